import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { memo } from '../../lib/memo.ts';
import type { Secrets } from '../../lib/secrets.ts';
import { equalTexts, sign, verify } from '../../lib/signed.ts';

/** A week of waiting for a parcel without being asked again. */
export const session_days = 7;
/** A browser keeps at least 4 KB of a cookie; this many orders with the longest numbers stay well below. */
const orders_max = 10;

/** What a browser may see. It lies in a signed cookie: no table to fill, and nothing to clean. */
export interface Session {
  /** Random; form tokens are bound to it. */
  id: string;
  /** The language its reader chose by a link; null: never. */
  locale: string | null;
  /** Newest first. */
  orders: OpenedOrder[];
}

interface OpenedOrder {
  number: string;
  access_epoch: number;
  expires_at_s: number;
  /** They came by a mail to the order's address, or typed a code from one. Whoever knows its number did not. */
  proven: boolean;
}

/** As it stands in the cookie; the last part is only there when it is true, as in cookies from before it was. */
type Place = [number: string, access_epoch: number, expires_at_s: number, proven?: 1];

/** The cookie's name; with `__Host-` no other host of the domain can set it. */
export function cookieName(secure: boolean, base: string): string {
  return secure && base === '' ? '__Host-tidings' : 'tidings';
}

/** The cookie's value. */
export function issueSession(secrets: Secrets, session: Session): string {
  const { id, locale, orders } = session;
  const places = orders.map(({ number, access_epoch, expires_at_s, proven }): Place => {
    return proven ? [number, access_epoch, expires_at_s, 1] : [number, access_epoch, expires_at_s];
  });
  return sign(secrets, 'session', JSON.stringify([id, locale, places]));
}

/** About 2 MB; an open page asks again and again with the same cookie, and checking one takes 15 microseconds. */
const checked_max = 4_096;

/**
 * Reads cookies' values. Null when there is none, or it is not ours. Orders whose time is over are left out.
 */
export function openSessions(secrets: Secrets): (cookie: string | null, now_ms: number) => Session | null {
  const check = memo(checked_max, (cookie) => readSession(secrets, cookie));
  return (cookie, now_ms) => {
    const { session } = cookie === null ? { session: null } : check(cookie);
    if (!session?.orders.some(({ expires_at_s }) => expires_at_s * 1000 <= now_ms)) return session;
    return { ...session, orders: session.orders.filter(({ expires_at_s }) => expires_at_s * 1000 > now_ms) };
  };
}

function readSession(secrets: Secrets, cookie: string): { session: Session | null } {
  const payload = verify(secrets, 'session', cookie);
  if (payload === null) return { session: null };
  // Signed by us, so it has this shape.
  const [id, locale, places] = JSON.parse(payload) as [string, string | null, Place[]];
  const orders = places.map(([number, access_epoch, expires_at_s, proven]) => ({
    number,
    access_epoch,
    expires_at_s,
    proven: proven === 1,
  }));
  return { session: { id, locale, orders } };
}

/** One cookie of a `Cookie` header. Ours have no character that would have to be decoded. */
export function cookieValue(header: string | undefined, name: string): string | null {
  if (!header) return null;
  for (const part of header.split(';')) {
    const pair = part.trim();
    if (pair.startsWith(name) && pair[name.length] === '=') return pair.slice(name.length + 1);
  }
  return null;
}

/**
 * The session with one more order in it; the oldest goes when there are too many. An order whose mailbox was proven
 * stays proven, until the time it had then: looking it up again proves nothing anew.
 */
export function withOrder(
  session: Session | null,
  { number, access_epoch }: { number: string; access_epoch: number },
  now_ms: number,
  proven = false,
): Session {
  const { id, locale, orders } = session ?? newSession();
  const expires_at_s = Math.floor(now_ms / 1000) + session_days * 86_400;
  const others = orders.filter((order) => order.number !== number);
  const known = orders.find((order) => order.number === number && order.access_epoch === access_epoch);
  const opened = known?.proven && !proven ? known : { number, access_epoch, expires_at_s, proven };
  return { id, locale, orders: [opened, ...others].slice(0, orders_max) };
}

/** A session that opens nothing yet. */
export function newSession(): Session {
  return { id: randomBytes(16).toString('base64url'), locale: null, orders: [] };
}

/** Whether the session opens this order; raising an order's `access_epoch` closes every session to it. */
export function opens(session: Session, order: { number: string; access_epoch: number }): boolean {
  return session.orders.some(
    ({ number, access_epoch }) => number === order.number && access_epoch === order.access_epoch,
  );
}

/** Whether somebody in this session has shown that they read this order's mail. */
export function hasProvenMailbox(session: Session, order: { number: string; access_epoch: number }): boolean {
  return session.orders.some(
    ({ number, access_epoch, proven }) =>
      proven && number === order.number && access_epoch === order.access_epoch,
  );
}

/** `Set-Cookie` for a session. */
export function sessionCookie(secrets: Secrets, session: Session, secure: boolean, base: string): string {
  return cookie(issueSession(secrets, session), session_days * 86_400, secure, base);
}

/** `Set-Cookie` that makes the browser forget its session. */
export function endedCookie(secure: boolean, base: string): string {
  return cookie('', 0, secure, base);
}

function cookie(value: string, max_age_s: number, secure: boolean, base: string): string {
  const parts = [
    `${cookieName(secure, base)}=${value}`,
    `Path=${base || '/'}`,
    `Max-Age=${max_age_s}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  return (secure ? [...parts, 'Secure'] : parts).join('; ');
}

/** What a form must carry to be believed: only a page shown to this session about this order has it. */
export function formToken(secrets: Secrets, session: Session, number: string): string {
  return sign(secrets, 'form', `${session.id} ${number}`);
}

export function isFormToken(secrets: Secrets, session: Session, number: string, token: string): boolean {
  return equalTexts(verify(secrets, 'form', token) ?? '', `${session.id} ${number}`);
}

/**
 * Whether a form was sent by a page of ours. Our own `no-referrer` makes browsers say `Origin: null`, so
 * `Sec-Fetch-Site` is asked first; a browser too old to say either is left to the form token and SameSite.
 */
export function isFromOurPage(context: Context, own_origin: string): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = context.req.header('origin');
  return origin === undefined || origin === 'null' || origin === own_origin;
}
