import type { Site } from '../site.ts';

/** Longer than any address or name. */
const field_length_max = 320;

/** A field of a form as text that can be stored; what cannot be is empty. */
export function fieldOf(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  if (typeof value !== 'string' || value.length > field_length_max) return '';
  return value.includes('\u0000') || !value.isWellFormed() ? '' : value.trim();
}

/** An address somebody could have; whether it exists only a mail can tell. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+\.[^\s@<>",;:\\.]+$/.test(text);
}

/**
 * Where to go on to: a path of ours, never another site. `fallback` for everything else.
 * @param back without PUBLIC_URL's own path
 */
export function safeBack(site: Site, back: string, fallback: string): string {
  const home = 'http://home.invalid';
  const url = back.startsWith('/') ? URL.parse(back, home) : null;
  const ours = url?.origin === home && !url.pathname.startsWith('//');
  return site.base + (ours ? url.pathname + url.search + url.hash : fallback);
}
