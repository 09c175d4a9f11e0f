import type { PersonalType } from '../type.ts';

/** What is kept about somebody lies ready. Behind the link stands a button: whoever tries links gets nothing. */
export const exportReady: PersonalType<{ path: string; until: string }> = {
  name: 'export_ready',
  audience: 'buyer',
  class: 'mandatory',
  timing: 'at_once',
  importance: 4,
  secret: true,
  tell({ data: { path, until }, words, shop, time_zone }) {
    return {
      subject: words.say('mail.export_ready.subject', { shop: shop.name }),
      label: words.say('mail.export_ready.label'),
      tone: 'good',
      headline: words.say('mail.export_ready.headline'),
      sentences: [
        words.say('mail.export_ready.until', { when: words.instant(until, time_zone) }),
        words.say('mail.export_ready.not_you'),
      ],
      sections: [
        {
          kind: 'actions',
          even: false,
          actions: [{ label: words.say('mail.export_ready.open'), url: shop.public_url + path }],
        },
      ],
    };
  },
  example: { path: '/privacy/exports/example', until: '2026-12-01T10:00:00Z' },
};
