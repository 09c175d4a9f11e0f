/** Somebody who carries parcels: how it is called, where its buyers look, and what its numbers look like. */
export interface Carrier {
  /** Stored and shown in the API: `royal_mail`. */
  code: string;
  /** As the buyer knows it: `Royal Mail`. */
  name: string;
  /** Other ways shops and tracking services write it; case, spaces and punctuation do not matter. */
  aliases: readonly string[];
  /**
   * Carriers that hand each other's numbers on, or whose products shops do not tell apart ("DHL"). A scan of
   * one is about a shipment registered with another when the number is the same. Absent: only itself.
   */
  family?: string;
  /** The public page of one number. `number` is normal (see tracking-number.ts); `locale` is BCP 47. */
  trackingUrl(number: string, locale?: string): string;
  /**
   * Where the buyer tells the carrier itself what is to happen to a parcel that was missed. Absent: it does not take
   * that from buyers on the open web, and the seller is asked.
   */
  redeliveryUrl?(number: string, locale?: string): string;
  /** Empty when nothing is published: nothing is recognised, and nothing is called a typing error. */
  formats: readonly NumberFormat[];
}

export interface NumberFormat {
  name: string;
  /** Of the whole number, with the group `check` where there is a check character. */
  shape: RegExp;
  /** Whether the check character is right. Absent: the format has none, or none is published. */
  checks?(number: string): boolean;
  /** A prefix or country that no other carrier uses; plain digits of a common length are not. */
  distinctive: boolean;
}

/** `typo`: it has the shape of the carrier's numbers, but the check character does not fit. */
export type Recognition = 'yes' | 'typo' | 'no';

/** Whether a number looks like one of this carrier's. Only ever a hint; see check-digits.ts. */
export function recognises(carrier: Carrier, number: string): Recognition {
  let recognition: Recognition = 'no';
  for (const format of carrier.formats) {
    if (!format.shape.test(number)) continue;
    if (format.checks === undefined || format.checks(number)) return 'yes';
    recognition = 'typo';
  }
  return recognition;
}

/** The usual rule: the last character of the number is the check character of everything before it. */
export function lastCharacterIs(checkOf: (body: string) => string): (number: string) => boolean {
  return (number) => checkOf(number.slice(0, -1)) === number.at(-1);
}

/** For a link: what a number may hold by mistake must not change the address. */
export const inUrl = encodeURIComponent;
