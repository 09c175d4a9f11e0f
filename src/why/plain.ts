/** Codes are sentences already: `out_for_delivery` -> "out for delivery". */
export function plain(code: string): string {
  return code.replaceAll('_', ' ');
}
