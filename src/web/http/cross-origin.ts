import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const one_day_s = 86_400;

/**
 * Lets pages of these origins read the answers (CORS). Nothing of ours is opened by a cookie here: what is sent with it
 * is ignored, so credentials are never allowed. Whom it does not know gets no header, and a browser reads nothing.
 */
export function crossOrigin(origins: readonly string[], methods: string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: methods,
    allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
    exposeHeaders: ['ETag', 'Retry-After'],
    maxAge: one_day_s,
  });
}
