import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../lib/mime/index.ts';
import { mayBeAnswered } from './answerable.ts';
import { divideLetter, letterOf } from './letter.ts';

describe('the writer’s words and what they quote', () => {
  test.each([
    ['Thanks!\n\nOn Mon, 2 Mar 2026 at 12:00, Shop <a@b.example> wrote:\n> Hello', 'Thanks!'],
    ['Thanks!\n\nOn Mon, 2 Mar 2026 at 12:00, Shop\n<a@b.example> wrote:\n> Hello', 'Thanks!'],
    ['Dziękuję!\n\nW dniu pon., 2 mar 2026 o 12:00 Sklep <a@b.example> napisał(a):\n\n> Witaj', 'Dziękuję!'],
    ['Спасибо\n\nпн, 2 мар. 2026 г. в 12:00, Магазин <a@b.example> пишет:\n> Привет', 'Спасибо'],
    ['谢谢\n\n在 2026年3月2日，商店写道：\n> 你好', '谢谢'],
    ['Danke\n\nAm 02.03.26 um 12:00 schrieb Laden:\n> Hallo', 'Danke'],
    ['Ok\n\n-----Original Message-----\nFrom: Shop\nSent: Monday\n\nHello', 'Ok'],
    ['Ok\n________________________________\nFrom: Shop\n\nHello', 'Ok'],
    ['Ok\n\nVon: Laden\nGesendet: Montag\nAn: Ann\n\nHallo', 'Ok'],
    ['Ok\n\n> Hello\n> again', 'Ok'],
  ])('%j', (mail, text) => {
    const divided = divideLetter(mail);
    expect(divided.text).toBe(text);
    expect(divided.quoted).not.toBe('');
  });

  test.each([
    'I wrote to you on Monday: nothing came.',
    '> When?\nAt five.\n> Where?\nAt the door.',
    'From: the heart\nThank you',
    '',
  ])('%j is all the writer’s own', (mail) => {
    expect(divideLetter(mail)).toEqual({ text: mail, quoted: '' });
  });

  test('nothing of any text is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (mail) => {
        const { text, quoted } = divideLetter(mail);
        const bare = (some: string) => some.replace(/\s+/g, '');
        expect(bare(text + quoted)).toBe(bare(mail));
      }),
    );
  });
});

describe('a letter', () => {
  const letter = (raw: string) => letterOf(readMail(Buffer.from(raw)));

  test('is read from HTML when there is nothing else, as text', () => {
    const html = '<p>Hello&nbsp;&amp; <b>thanks</b></p><style>p{}</style><script>alert(1)</script><p>Ann</p>';
    const { text } = letter(`From: Ann <a@b.example>\nContent-Type: text/html\n\n${html}`);
    expect(text).toBe('Hello & thanks\n\nAnn');
  });

  test('has the names of its attachments, and none of their content', () => {
    const raw = `From: =?utf-8?Q?Zofia_Wi=C5=9Bniewska?= <z@b.example>
Subject: =?iso-8859-2?Q?paczka_nie_dosz=B3a?=
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-2
Content-Transfer-Encoding: quoted-printable

Gdzie jest moja ksi=B1=BFka?
--b
Content-Type: image/jpeg; name=x
Content-Disposition: attachment; filename="=?utf-8?B?emRqxJljaWUuanBn?="
Content-Transfer-Encoding: base64

/9j/4AAQ
--b
Content-Type: text/plain
Content-Disposition: attachment; filename=secret.txt

not shown
--b--
`;
    expect(letter(raw)).toEqual({
      from: 'Zofia Wiśniewska <z@b.example>',
      subject: 'paczka nie doszła',
      text: 'Gdzie jest moja książka?',
      quoted: '',
      attachments: [
        { name: 'zdjęcie.jpg', type: 'image/jpeg' },
        { name: 'secret.txt', type: 'text/plain' },
      ],
    });
  });

  test('of absurd length or direction is cut and tamed', () => {
    const { from, text } = letter(`From: ${'\u202eevil'.repeat(5_000)}\n\n${'x'.repeat(100_000)}\u0000`);
    expect(from.length).toBeLessThanOrEqual(200);
    expect(from).not.toContain('\u202e');
    expect(text.length).toBe(20_000);
  });
});

describe('a program may answer', () => {
  const answerable = (headers: string, sender = 'ann@example.com') =>
    mayBeAnswered(readMail(Buffer.from(`From: Ann <ann@example.com>\n${headers}\n\nIs this yours?`)), sender);

  test('a person', () => expect(answerable('Subject: Is this yours?')).toBe(true));
  test('never nobody', () => expect(answerable('Subject: x', '')).toBe(false));
  test.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated',
    'Subject: Automatic reply: hello',
    'Precedence: bulk',
    'Precedence: list',
    'List-Id: <news.example>',
    'List-Unsubscribe: <mailto:x@example>',
    'X-Auto-Response-Suppress: All',
    'X-Autoreply: yes',
    'Feedback-ID: 1:2',
    'X-Failed-Recipients: a@b.example',
  ])('never what says %s', (header) => expect(answerable(header)).toBe(false));
  test.each(['mailer-daemon@x.example', 'news-owner@x.example', 'noreply@x.example'])('never %s', (from) => {
    expect(mayBeAnswered(readMail(Buffer.from(`From: ${from}\n\nx`)), from)).toBe(false);
  });
});
