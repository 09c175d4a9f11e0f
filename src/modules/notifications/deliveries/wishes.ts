/**
 * Reasons for which nothing is sent although it could be: the reader does not want it here, something newer says
 * more, all of a digest was overtaken. Every other reason is the channel's, and a mandatory message then goes by
 * the next one.
 */
export const WISHES = ['muted', 'overtaken', 'nothing_left'] as const;
export type WishReason = (typeof WISHES)[number];

export function isWish(reason: string | null): boolean {
  return (WISHES as readonly (string | null)[]).includes(reason);
}
