import type { SeedShop } from '../seeds/shop.ts';
import {
  codeFor,
  emailOf,
  inDays,
  linkIn,
  named,
  openFromMail,
  placeOrder,
  scanFirstBook,
  sendFirstBook,
  type Task,
} from './task.ts';

/** The second book is late, and its buyer is asked. */
async function delay(shop: SeedShop, number: string): Promise<void> {
  await placeOrder(shop, number);
  await sendFirstBook(shop, number);
  const late = { lines: ['2'], earliest: inDays(18), latest: inDays(58), reason: 'reprint' };
  await shop.post(`/v1/orders/${number}/promises`, late);
}

interface Line {
  status: string;
  quantity: Record<string, number>;
}

async function lineOf(shop: SeedShop, number: string, index: number): Promise<Line> {
  return ((await shop.read(`/v1/orders/${number}`)).lines as Line[])[index]!;
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

/** The most common things a buyer comes for, from the mail or the shop's address to the sentence that says it is done. */
export const TASKS: readonly Task[] = [
  {
    name: 'See when it comes, from the confirmation',
    clicks_max: 1,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, order) {
      await openFromMail(person, shop, order);
      await person.page.locator('#cards h2').first().waitFor();
    },
  },
  {
    name: 'Look an order up by its number and address',
    clicks_max: 1,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, { number, email }) {
      const { page } = person;
      await page.goto(`${shop.url}/status`);
      await person.fill(page.getByLabel('Order number'), number);
      await person.fill(page.getByLabel('E-mail address'), email);
      await person.touch(page.getByRole('button', { name: 'Show my order' }));
      await page.locator('#cards h2').first().waitFor();
    },
  },
  {
    name: 'Cancel the late item',
    clicks_max: 2,
    prepare: delay,
    async perform(person, shop, { number, email }) {
      const told = await shop.letter(email, /^Delayed/);
      await person.follow(linkIn(told, 'answer=cancel'));
      await person.touch(person.page.locator('button[value=cancel]'));
      await person.page.waitForURL(new RegExp(`/orders/${number}([?#]|$)`));
    },
    async done(shop, number) {
      must((await lineOf(shop, number, 1)).status === 'canceled', 'the late line is canceled');
    },
  },
  {
    name: 'Wait for the late item',
    clicks_max: 2,
    prepare: delay,
    async perform(person, shop, { number, email }) {
      const told = await shop.letter(email, /^Delayed/);
      await person.follow(linkIn(told, 'answer=wait'));
      await person.touch(person.page.locator('button[value=wait]'));
      await person.page.waitForURL(new RegExp(`/orders/${number}([?#]|$)`));
    },
    async done(shop, number) {
      must((await lineOf(shop, number, 1)).status === 'open', 'the late line is open');
      const told = await shop.read(`/v1/orders/${number}/story`);
      must(JSON.stringify(told).includes('DelayDecided'), 'the answer is in the story');
    },
  },
  {
    name: 'Cancel an item that has not left',
    clicks_max: 3,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, order) {
      const { page } = person;
      await openFromMail(person, shop, order);
      await person.touch(page.getByRole('link', { name: /^Cancel.*Second book/s }).first());
      await person.touch(page.getByRole('button', { name: 'Yes, cancel it' }));
      await page.locator('#just-canceled').waitFor();
    },
    async done(shop, number) {
      must((await lineOf(shop, number, 1)).quantity.canceled === 1, 'one is canceled');
    },
  },
  {
    name: 'Send it to another address',
    clicks_max: 4,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, order) {
      const { page } = person;
      await openFromMail(person, shop, order);
      await person.touch(page.getByRole('link', { name: named('change.link.address') }).first());
      await person.fill(page.getByLabel('Street and number'), '7 Harbour Road');
      await person.touch(page.getByRole('button', { name: named('change.show') }));
      await person.touch(page.getByRole('button', { name: named('change.confirm.do') }));
      await page.waitForURL(new RegExp(`/orders/${order.number}([?#]|$)`));
    },
    async done(shop, number) {
      const order = await shop.read(`/v1/orders/${number}`);
      must(JSON.stringify(order.ship_to).includes('7 Harbour Road'), 'it goes to the new street');
    },
  },
  {
    name: 'Ask the seller a question',
    clicks_max: 4,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, order) {
      const { page } = person;
      await openFromMail(person, shop, order);
      await person.touch(page.getByRole('link', { name: named('case.help.link_order') }).first());
      await person.touch(page.getByRole('link', { name: named('case.topic.question') }).first());
      await person.fill(page.locator('textarea#message'), 'Is it the second edition?');
      await person.touch(page.getByRole('button', { name: named('case.ask.send.other') }));
      await page.waitForURL(new RegExp(`/orders/${order.number}`));
    },
    async done(shop, number) {
      const order = await shop.read(`/v1/orders/${number}`);
      must((order.cases as unknown[]).length === 1, 'there is a case');
    },
  },
  {
    name: 'Report a parcel that says delivered and is not there',
    clicks_max: 4,
    async prepare(shop, number) {
      await placeOrder(shop, number);
      await sendFirstBook(shop, number);
      await scanFirstBook(shop, number, 'delivered');
    },
    async perform(person, shop, order) {
      const { page } = person;
      await person.follow(linkIn(await shop.letter(order.email, /^Delivered/)));
      await page.waitForURL(`**/orders/${order.number}`);
      await person.touch(page.getByRole('link', { name: named('case.help.link') }).first());
      await person.touch(page.getByRole('link', { name: named('case.topic.not_received') }).first());
      await person.touch(page.getByRole('button', { name: named('case.ask.send.other') }));
      await page.waitForURL(new RegExp(`/orders/${order.number}`));
    },
    async done(shop, number) {
      const order = await shop.read(`/v1/orders/${number}`);
      must(JSON.stringify(order.cases).includes('not_received'), 'it is reported');
    },
  },
  {
    name: 'Withdraw from the contract',
    clicks_max: 4,
    async prepare(shop, number) {
      await placeOrder(shop, number);
      await sendFirstBook(shop, number);
    },
    async perform(person, shop, order) {
      const { page } = person;
      await openFromMail(person, shop, order);
      await person.touch(page.getByRole('link', { name: named('withdraw.link') }).first());
      await person.touch(page.getByRole('button', { name: named('withdraw.continue') }));
      await person.touch(page.getByRole('button', { name: named('withdraw.confirm') }));
      await page.getByText('We have your withdrawal').first().waitFor();
    },
    async done(shop, number) {
      await shop.letter(emailOf(number), /withdraw/i);
      must((await lineOf(shop, number, 1)).status === 'canceled', 'what had not left is canceled');
    },
  },
  {
    name: 'Be left in peace at night',
    clicks_max: 4,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, order) {
      const { page } = person;
      await openFromMail(person, shop, order);
      await person.touch(
        page.getByRole('link', { name: /how we reach you|preferences|how you are told/i }).first(),
      );
      await person.touch(page.getByLabel('Leave me in peace at night'));
      await person.touch(page.getByRole('button', { name: named('preferences.save') }).first());
      await page.getByText('Saved.').first().waitFor();
    },
  },
  {
    name: 'Sign in and find an order among others',
    clicks_max: 4,
    prepare: async (shop, number) => void (await placeOrder(shop, number)),
    async perform(person, shop, { number, email }) {
      const { page } = person;
      await page.goto(`${shop.url}/sign-in`);
      await person.fill(page.getByLabel('E-mail address'), email);
      await person.touch(page.getByRole('button', { name: named('account.sign_in.submit') }));
      await person.fill(page.getByLabel('Code'), await codeFor(shop, email));
      await person.touch(page.getByRole('button', { name: named('account.code.submit') }));
      await page.waitForURL('**/orders');
      await person.touch(page.locator(`a[href$="/orders/${number}"]`).first());
      await page.waitForURL(`**/orders/${number}`);
    },
  },
];
