import type { Context, MiddlewareHandler } from 'hono';
import { clientAddress } from '../../lib/client-address.ts';
import type { KeyRing } from '../../modules/api-keys/index.ts';

export interface OperatorAccess {
  keys: Pick<KeyRing, 'callerOf'>;
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  trust_proxy: number;
}

/**
 * Lets the operator in: from this machine freely, from elsewhere with an admin key (as a Bearer, or as the
 * password a browser asks for). Until sign-in exists.
 *
 * "From this machine" is a loopback connection that nobody forwarded, to a loopback name: a proxy beside us makes
 * all the world look local, and a web page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding).
 */
export function operatorOnly(access: OperatorAccess): MiddlewareHandler {
  return async (context, next) => {
    if (isLocal(context, access.trust_proxy) || (await isAdmin(context, access))) {
      if (!isSafe(context)) return context.text('This form was not sent from our own page.', 403);
      return next();
    }
    context.header('WWW-Authenticate', 'Basic realm="Tidings operator: any name, an admin key as password"');
    return context.text('Open this page on the machine itself, or give an admin key as the password.', 401);
  };
}

function isLocal(context: Context, trust_proxy: number): boolean {
  const connection: string = context.env?.incoming?.socket?.remoteAddress ?? '';
  const forwarded_for = context.req.header('x-forwarded-for');
  const forwarded = forwarded_for !== undefined || context.req.header('forwarded') !== undefined;
  if (forwarded && trust_proxy === 0) return false;
  const address = clientAddress(connection, forwarded_for, trust_proxy);
  return isLoopback(address) && isLocalName(new URL(context.req.url).hostname);
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address) || address === '::1';
}

function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name.replace(/^\[|\]$/g, ''));
}

async function isAdmin(context: Context, { keys }: OperatorAccess): Promise<boolean> {
  const [scheme = '', value = ''] = (context.req.header('authorization') ?? '').split(' ', 2);
  const secret = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
  if (secret === '' || secret.length > 512) return false;
  return (await keys.callerOf(secret))?.admin === true;
}

function passwordOf(credentials: string): string {
  const decoded = Buffer.from(credentials, 'base64').toString();
  return decoded.slice(decoded.indexOf(':') + 1);
}

/** A browser sends the password by itself, so a form must prove that it is ours. */
function isSafe(context: Context): boolean {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return true;
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  // Without either it is no browser, and no browser's password was borrowed.
  return origin === undefined || URL.parse(origin)?.host === new URL(context.req.url).host;
}
