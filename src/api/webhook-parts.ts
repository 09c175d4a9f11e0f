import { z } from '@hono/zod-openapi';
import type { Caller } from '../modules/api-keys/index.ts';
import { EVENT_TYPES, every_type, type Owner } from '../modules/webhooks/index.ts';
import type { Access } from './endpoint.ts';
import { url } from './fields.ts';
import { notFound, type Problem } from './problem.ts';

/** Parts that the endpoints of webhooks share. */

export const webhook_tag = 'Webhooks';

/** Whoever may send all orders anywhere is an admin; a seller sends its own. */
export const webhook_access: Access = { scope: 'admin', sellers: true, sellers_scope: 'orders:write' };

export const webhookUrl = url.openapi({ example: 'https://shop.example.com/tidings' });

const names = [every_type, ...Object.values(EVENT_TYPES)] as const;

export const webhookTypes = z
  .array(z.enum(names))
  .min(1)
  .max(names.length)
  .transform((types) => [...new Set(types)])
  .openapi({ description: '`*` is every event, those of later versions too', example: ['*'] });

/** To a seller's key there are no others' endpoints. */
export function ownerOf(caller: Caller | null): Owner {
  return caller!.seller === null ? 'anybody' : { seller: caller!.seller };
}

export function endpointNotFound(): Problem {
  return notFound('webhook_endpoint_not_found');
}
