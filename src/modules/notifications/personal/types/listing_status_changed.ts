import type { PersonalType } from '../type.ts';

/** What a seller's listings are from now on. */
interface ListingStatusChanged {
  status: 'active' | 'inactive';
  /** RFC 3339 UTC; null: at once, and without an end. */
  from: string | null;
  until: string | null;
}

/** To the seller, whoever changed it: nothing is sold by mistake, and nothing stays off sale unnoticed. */
export const listingStatusChanged: PersonalType<ListingStatusChanged> = {
  name: 'listing_status_changed',
  audience: 'seller',
  class: 'operational',
  timing: 'waking_hours',
  importance: 6,
  tell({ data: { status, from, until }, words, shop, time_zone }) {
    const when = (at: string | null) => (at === null ? '' : words.instant(at, time_zone, 'long'));
    const known = (at: string | null) => (at === null ? 'no' : 'yes');
    const dates = {
      from: when(from),
      from_known: known(from),
      until: when(until),
      until_known: known(until),
    };
    return {
      subject: words.say('mail.listing_status_changed.subject', { status, shop: shop.name }),
      label: words.say('mail.listing_status_changed.label', { status }),
      tone: status === 'active' ? 'good' : 'quiet',
      headline:
        status === 'active'
          ? words.say('mail.listing_status_changed.on_sale')
          : words.say('mail.listing_status_changed.off_sale', dates),
      sentences: [
        words.say('mail.listing_status_changed.orders'),
        words.say('mail.listing_status_changed.not_you', { shop: shop.name }),
      ],
      sections: [],
    };
  },
  example: { status: 'inactive', from: '2026-12-24T00:00:00Z', until: '2027-01-02T00:00:00Z' },
};
