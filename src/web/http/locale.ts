import { matchLocale } from '../../lib/words.ts';

/** Longer lists are not written by browsers. */
const languages_max = 10;

/**
 * The language of a page, by whoever said it last: the link (`?locale=`), the session, the order, the browser,
 * the shop. Null: none of them names one of ours.
 */
export function chooseLocale(asked: {
  link: string | null | undefined;
  session: string | null | undefined;
  order: string | null | undefined;
  browser: string | undefined;
  shop: string;
}): string {
  return (
    matchLocale(asked.link ?? null) ??
    matchLocale(asked.session ?? null) ??
    matchLocale(asked.order ?? null) ??
    browserLocale(asked.browser) ??
    matchLocale(asked.shop) ??
    'en'
  );
}

/** The first of the browser's languages, by its own weights, that is one of ours (RFC 9110, 12.5.4). */
function browserLocale(accept_language: string | undefined): string | null {
  if (!accept_language) return null;
  const weighed = accept_language
    .split(',', languages_max)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of weighed) {
    const locale = matchLocale(tag);
    if (locale) return locale;
  }
  return null;
}
