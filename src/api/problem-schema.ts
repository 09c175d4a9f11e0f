import { z } from '@hono/zod-openapi';

/** RFC 9457, as every answer of 400 and above is. */
export const problemSchema = z
  .strictObject({
    type: z.string().openapi({ format: 'uri-reference' }),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'The refusal, snake_case', example: 'line_already_shipped' }),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
