import { describe, expect, test } from 'vitest';
import { seen } from '../../../../test/support/seen.ts';
import { LOCALES } from '../../../lib/words.ts';
import { columnsOf } from '../../../lib/wrap.ts';
import { exampleContact, stateOf, storyOf } from '../../../modules/notifications/example.ts';
import {
  canceled,
  dispatched,
  paid,
  placed,
  refunded,
  revised,
} from '../../../modules/notifications/example-facts.ts';
import { NOTIFICATION_TYPES, typeNamed } from '../../../modules/notifications/index.ts';
import { exampleLinks, renderExamples, renderStory } from './examples.ts';

/** The size from which Gmail cuts a mail off, which also hides the footer. */
const gmail_clips_bytes = 102_000;

const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

describe.each(renderExamples().map((example) => [`${example.type} in ${example.locale}`, example] as const))(
  '%s',
  (_name, { type, locale, email }) => {
    test('leaves nothing unsaid or unfilled', () => {
      for (const part of [email.subject, email.html, email.text]) {
        expect(part).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object|Invalid Date|mail\.\w+/);
      }
      expect(email.subject).toMatch(/^[^\r\n]{10,160}$/);
    });

    test('says the same as page and as text', () => {
      const page = seen(email.html);
      for (const line of email.text.split('\n')) {
        const words = line.replace(/^\* |^[-=]+$|:$/g, '').trim();
        if (words === '' || words.startsWith('https://')) continue;
        for (const piece of words.split(/ {2,}/)) expect(page).toContain(plain(piece));
      }
    });

    test('has the way to the order in both parts, for who may open it', () => {
      if (typeNamed(type).audience === 'seller') {
        expect(`${email.html} ${email.text}`).not.toContain(exampleLinks.order);
        return;
      }
      expect(email.html).toContain(`href="${exampleLinks.order}"`);
      expect(email.text).toContain(`\n${exampleLinks.order}\n`);
    });

    test('says what we never ask and where to check, without a link', () => {
      expect(email.text).toContain('PIN');
      expect(plain(email.text)).toContain('orders.harbour.example/verify');
      expect(plain(email.text)).toContain('verify@harbour.example');
      expect(email.html).not.toMatch(/href="[^"]*\/verify"/);
    });

    test('is a page that every reader can use', () => {
      expect(email.html).toContain(`<html lang="${locale}" dir="ltr"`);
      expect(email.html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(email.html).toContain('prefers-color-scheme: dark');
      expect(email.html.match(/<img(?![^>]* alt)/g)).toBeNull();
      for (const table of email.html.match(/<table[^>]*>/g)!) {
        if (!table.includes('role="presentation"')) expect(email.html).toContain('<th scope="row"');
      }
      expect(Buffer.byteLength(email.html)).toBeLessThan(gmail_clips_bytes / 2);
    });

    test('can be read as text on 78 columns', () => {
      const lines = email.text.split('\n').filter((line) => !line.startsWith('https://'));
      const long = lines.filter((line) => columnsOf(line) > 78);
      expect(long).toEqual([]);
    });
  },
);

test('every type is rendered in every locale', () => {
  expect(renderExamples()).toHaveLength(NOTIFICATION_TYPES.length * LOCALES.length);
});

describe('money', () => {
  const totals = { items: 4998, shipping: 399, tax: 412, discount: 500, total: 5309 };

  test('a confirmation shows every cost and how it sums', () => {
    const { text, html } = renderStory('order_confirmed', [placed({ totals })]);
    for (const [label, amount] of [
      ['Items', '$49.98'],
      ['Delivery', '$3.99'],
      ['Tax', '$4.12'],
      ['Discount', '-$5.00'],
      ['Total', '$53.09'],
      ['Paid by card', '$53.09'],
    ]) {
      expect(text).toMatch(new RegExp(`^${label} +${RegExp.escape(amount!)}$`, 'm'));
      expect(seen(html)).toContain(`${label} ${amount}`);
    }
    expect(text).toContain('1 × $19.99');
  });

  test('what the courier takes', () => {
    const facts = [placed({ payment_method: 'cash_on_delivery', payment_status: 'pending' })];
    expect(renderStory('order_confirmed', facts).text).toMatch(/^To pay on delivery +\$53\.97$/m);
    const both = dispatched({
      lines: [
        { line: '1', quantity: 1 },
        { line: '2', quantity: 1 },
      ],
    });
    expect(renderStory('shipment_dispatched', [...facts, both]).text).toContain(
      'To pay the courier on delivery: $53.97.',
    );
    // Two parcels: which of the couriers takes the money, only the carrier knows.
    expect(renderStory('shipment_dispatched', [...facts, dispatched()]).text).not.toContain(
      'courier on delivery',
    );
  });

  test.each([
    [5397, 'Your order is paid in full.'],
    [5000, '$3.97 is still to pay.'],
    [6000, 'That is $6.03 more than the order costs'],
  ])('a payment of %d', (amount, sentence) => {
    const pending = placed({ payment_method: 'transfer', payment_status: 'pending' });
    expect(plain(renderStory('payment_received', [pending, paid(amount)]).text)).toContain(sentence);
  });

  test('a refund says how much, to where and by when', () => {
    const refund = renderStory('refund_issued', [placed(), refunded(500, 'goodwill')]);
    expect(refund.text).toContain('$5.00 goes back to the card you paid with, by 1 August at the latest.');
    const cancellation = renderStory('order_canceled', [placed(), canceled(['1', '2']), refunded(5397)]);
    expect(cancellation.text).toContain(
      '$53.97 goes back to the card you paid with, by 1 August at the latest.',
    );
  });

  test('an unpaid cancellation promises no money', () => {
    const pending = placed({ payment_method: 'transfer', payment_status: 'pending' });
    const { text } = renderStory('lines_canceled', [pending, canceled(['2'])]);
    expect(text).toContain('there is nothing to pay back');
    expect(text).toMatch(/^To pay by bank transfer +\$23\.98$/m);
  });
});

describe('a promise', () => {
  const from = { earliest: '2008-07-22', latest: '2008-07-22' };
  const late = [placed(), revised()];

  test('later: apologises, names both dates, and leads straight to cancelling just that item', () => {
    const { subject, text, html } = renderStory('promise_revised', late);
    expect(subject).toBe(
      'Delayed: Structure and Interpretation of Computer Programs, now 1 August - 10 September',
    );
    expect(text).toContain('It was promised for Tuesday 22 July. Our supplier is late.');
    expect(text).toContain('We are sorry');
    expect(text).toContain(`Cancel just this item:\n${exampleLinks.cancel('2')}\n`);
    expect(html).toContain(`href="${exampleLinks.cancel('2')}"`);
    expect(html).not.toContain(exampleLinks.cancel('1'));
  });

  test('later, in Polish', () => {
    const { subject, text } = renderStory('promise_revised', late, { locale: 'pl' });
    expect(subject).toBe(
      'Opóźnienie: Structure and Interpretation of Computer Programs, teraz 1 sierpnia – 10 września',
    );
    expect(text).toContain('Przepraszamy');
  });

  test('later for what has been sent: nothing to cancel', () => {
    const sent = dispatched({ lines: [{ line: '2', quantity: 1 }] });
    expect(renderStory('promise_revised', [placed(), sent, revised()]).text).not.toContain('Cancel');
  });

  test.each([
    [
      'earlier',
      { lines: [{ line: '2', from, to: { earliest: '2008-07-18', latest: '2008-07-18' } }], delay: false },
    ],
    ['the first', { lines: [{ line: '2', from: null, to: from }], delay: false }],
  ])('%s: no apology, nothing to decide', (_name, changes) => {
    const { subject, text } = renderStory('promise_revised', [placed(), revised(changes)]);
    expect(`${subject}${text}`).not.toMatch(/sorry|delay|Cancel/i);
  });

  test('of another year names it', () => {
    const to = { earliest: '2009-02-01', latest: '2009-02-10' };
    const { subject } = renderStory('promise_revised', [
      placed(),
      revised({ lines: [{ line: '2', from, to }] }),
    ]);
    expect(subject).toMatch(/now 1 - 10 February 2009$/);
  });
});

test('a split costs nothing, in the words of the first shop that said so', () => {
  const { text, html } = renderExamples().find(({ type }) => type === 'order_split')!.email;
  expect(text).toContain("You won't be charged any extra shipping fees");
  expect(seen(html)).toContain("You won't be charged any extra shipping fees");
});

test('an address is written as at home', () => {
  const ship_to = {
    ...exampleContact.ship_to,
    city: 'Warszawa',
    region: null,
    postal_code: '00-950',
    country: 'PL',
    pickup_point: 'WAW01A',
  };
  const { text } = renderStory('order_confirmed', [placed()], {
    locale: 'pl',
    contact: { ...exampleContact, ship_to },
  });
  expect(text).toContain('Ann Buyer\nPunkt odbioru WAW01A\n1 Main St\n00-950 Warszawa\nPolska\n');
});

test('the examples are stories that can happen', () => {
  for (const { example } of NOTIFICATION_TYPES) {
    for (const { quantity } of stateOf(storyOf(example)).order!.lines) {
      expect(quantity.canceled + quantity.shipped).toBeLessThanOrEqual(quantity.ordered);
    }
  }
});
