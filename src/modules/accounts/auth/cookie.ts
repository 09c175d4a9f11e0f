import { createHmac } from 'node:crypto';
import { equalTexts } from '../../../lib/signed.ts';

/** One cookie of a `Cookie` header, decoded; null: there is none, or it is no text. */
export function readCookie(header: string | undefined, name: string): string | null {
  const found = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return null;
  }
}

/** The token in better-auth's cookie, `<token>.<HMAC-SHA256 of it, base64>`; null: we did not write it. */
export function readToken(header: string | undefined, name: string, secret: string): string | null {
  const value = readCookie(header, name);
  const end = value?.lastIndexOf('.') ?? -1;
  if (value === null || end < 1 || value.length > 200) return null;
  const token = value.slice(0, end);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return equalTexts(signature, value.slice(end + 1)) ? token : null;
}

/** The same request without one of its cookies. */
export function withoutCookie(headers: Headers, name: string): Headers {
  const changed = new Headers(headers);
  const kept = (headers.get('cookie') ?? '').split(';').filter((part) => !part.trim().startsWith(`${name}=`));
  changed.set('cookie', kept.join(';'));
  return changed;
}
