import type { Context, MiddlewareHandler } from 'hono';
import { clientAddress } from '../../lib/client-address.ts';
import { type Accounts, may, type SignedIn } from '../../modules/accounts/index.ts';
import type { KeyRing } from '../../modules/api-keys/index.ts';
import type { DeskPlaces } from '../page.ts';

export interface OperatorAccess {
  keys: Pick<KeyRing, 'callerOf'>;
  accounts: Pick<Accounts, 'whoIs'>;
  /** Whoever sits at this machine need not sign in: see `LOCAL_OPERATOR`. */
  local: boolean;
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  trust_proxy: number;
  /** Path of PUBLIC_URL without its last slash. */
  base: string;
  /** The page for who may not: their role does not allow it, or their form came from elsewhere. */
  refuse(context: Context, problem: 'role' | 403): Response | Promise<Response>;
}

/** Who has signed in, of the requests that have been looked at. */
const people = new WeakMap<Context, SignedIn>();

/** What whoever asks can go on to: a seller who came to this door, at their own desk. */
export function placesIn(context: Context): DeskPlaces {
  const person = people.get(context);
  return {
    name: person?.kind === 'seller' ? 'desk' : 'operator',
    people: person !== undefined && may(person, 'people'),
    account: person !== undefined,
  };
}

/** What stands in front of the door, and must open to whoever wants to come in: src/web/account/desk. */
const IN_FRONT = /^\/operator\/(sign-in|account|confirm)(\/|$)/;

/**
 * Lets operators in: those who have signed in, programs with an admin key as a Bearer, and, where that was said to be
 * enough, whoever sits at this machine.
 *
 * "At this machine" is a loopback connection that nobody forwarded, to a loopback name: a proxy beside us makes all
 * the world look local, and a web page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding).
 */
export function operatorOnly(access: OperatorAccess): MiddlewareHandler {
  return async (context, next) => {
    if (IN_FRONT.test(context.req.path)) return next();
    const free = (access.local && isLocal(context, access.trust_proxy)) || (await isAdmin(context, access));
    const person = free ? null : await access.accounts.whoIs('staff', context.req.header('cookie'));
    if (!free && !person?.complete) return turnAway(context, access.base);
    const right = isReading(context) ? 'look' : 'act';
    if (person) people.set(context, person);
    if (person && !(person.kind === 'operator' && may(person, right))) return access.refuse(context, 'role');
    if (!isSafe(context)) return access.refuse(context, 403);
    return next();
  };
}

/** A person reading pages is shown the door; a program is told what it lacks. */
function turnAway(context: Context, base: string): Response {
  if (isReading(context) && context.req.header('accept')?.includes('text/html')) {
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`${base}/operator/sign-in?back=${encodeURIComponent(pathname + search)}`, 303);
  }
  context.header('WWW-Authenticate', 'Bearer realm="Tidings operator"');
  return context.text(
    'Sign in at /operator/sign-in, or send an admin key: Authorization: Bearer <key>.',
    401,
  );
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
  const secret = /^Bearer +([!-~]{1,512})$/i.exec(context.req.header('authorization') ?? '')?.[1];
  return secret !== undefined && (await keys.callerOf(secret))?.admin === true;
}

function isReading({ req }: Context): boolean {
  return req.method === 'GET' || req.method === 'HEAD';
}

/** A browser sends its cookie by itself, so a form must prove that it is ours. */
function isSafe(context: Context): boolean {
  if (isReading(context)) return true;
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  // Without either it is no browser, and no browser's cookie was borrowed.
  return origin === undefined || URL.parse(origin)?.host === new URL(context.req.url).host;
}
