import { type Html, html } from '../../../lib/html.ts';
import type { ChangeOrder } from '../../../modules/changes/index.ts';
import type { FactData } from '../../../modules/facts.ts';
import { addressLines } from '../../../modules/order-view/index.ts';
import type { ContactDetails, ShipTo } from '../../../modules/orders/commands.ts';
import { codeField, type FormProblem, problemBox } from '../../account/code-form.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import { amount, days, type OrderReading } from '../reading.ts';
import { hidden } from './field.ts';
import { widest } from './options.ts';
import { type ChangeName, changePath } from './paths.ts';

type OrderChanged = FactData['OrderChanged'];

/** A change that could be made right now. */
export interface Confirming {
  name: ChangeName;
  changed: OrderChanged;
  body: ChangeOrder['body'];
  /** Minor units that would go back. */
  refund: number;
  notices: readonly string[];
  /** What is posted with the answer. */
  fields: Readonly<Record<string, string>>;
  /** The mailbox a code was sent to, and what was wrong with the one typed; null: none is asked for. */
  code: { email: string; problem: FormProblem } | null;
}

/** What would be another, in sentences, and what it costs: two answers that weigh the same. */
export function confirmPage(reading: OrderReading, asked: Confirming): Html {
  const { words, view } = reading;
  const { name, changed, notices, code } = asked;
  const title = words.say('change.confirm.title');
  const path = changePath(reading, view.number, name);
  return layout(reading, {
    title,
    main: html`<div class="single"><h1>${title}</h1>${notices.map((notice) => html`<p class="notice odd" role="status">${notice}</p>`)}${place(
      reading,
      asked,
    )}${person(reading, asked)}${changed.delivery_option && html`<p class="intro"><strong>${delivery(reading, changed)}</strong> ${cost(reading, asked)}</p>`}${
      code &&
      html`<p class="intro">${words.say('change.code.intro', { email: code.email })}</p>${problemBox(reading, code.problem)}`
    }<form method="post" action="${path}">${hidden({ ...asked.fields, step: 'confirm' })}${
      code && codeField(reading, code.problem)
    }<div class="answers"><button class="btn btn-outline">${words.say('change.confirm.do')}</button><a class="btn btn-outline" href="${orderPath(reading, view.number)}">${words.say(
      'change.confirm.keep',
    )}</a></div></form>${(name === 'address' || name === 'contact') && again(reading, asked)}</div>`,
  });
}

/** Back to the form with what was typed: by POST, an address stands in no history. */
function again({ words, view, base }: OrderReading, { name, fields }: Confirming): Html {
  return html`<form method="post" action="${changePath({ base }, view.number, name)}">${hidden({ ...fields, step: 'edit' })}<button class="btn btn-ghost">${words.say(
    'change.confirm.edit',
  )}</button></form>`;
}

function place(reading: OrderReading, { changed: { kinds }, body }: Confirming): Html | null {
  if (!kinds.includes('address') && !kinds.includes('pickup_point')) return null;
  const { words } = reading;
  const says = body.after.ship_to.pickup_point ? 'change.confirm.pickup' : 'change.confirm.address';
  const was = html`<p class="quiet">${words.say('change.confirm.was')}</p><address class="quiet">${spans(reading, body.before.ship_to)}</address>`;
  return html`<p class="intro">${words.say(says)}</p><address><strong>${spans(reading, body.after.ship_to)}</strong></address>${was}`;
}

function spans(reading: OrderReading, ship_to: ShipTo): Html[] {
  return addressLines(reading.words, ship_to).map((line) => html`<span>${line}</span>`);
}

function person({ words }: OrderReading, { changed, body }: Confirming): Html | null {
  const named = (['name', 'phone', 'email'] as const).filter((kind) => changed.kinds.includes(kind));
  if (named.length === 0) return null;
  const value = (contact: ContactDetails, kind: (typeof named)[number]) =>
    contact[kind] || words.say('change.confirm.nothing');
  return html`<dl class="changed">${named.map(
    (kind) =>
      html`<dt>${words.say(`change.field.${kind}`)}</dt><dd><strong>${value(body.after, kind)}</strong> <span class="quiet">${words.say('change.confirm.before', { value: value(body.before, kind) })}</span></dd>`,
  )}</dl>`;
}

function delivery(reading: OrderReading, { delivery_option, promises = [] }: OrderChanged): string {
  const { words } = reading;
  const { from, to } = delivery_option!;
  const said = [
    words.say('change.confirm.delivery', {
      to: words.say(`page.delivery.${to}`),
      from: words.say(`page.delivery.${from}`),
    }),
  ];
  const dates = widest(promises.map((promise) => promise.to));
  const before = widest(promises.map((promise) => promise.from));
  said.push(
    dates && before
      ? words.say('change.confirm.dates', { dates: days(reading, dates), before: days(reading, before) })
      : words.say('change.confirm.same_dates'),
  );
  return words.sentences(said);
}

function cost(reading: OrderReading, { changed: { surcharge }, refund }: Confirming): string {
  const { words, view } = reading;
  const { method } = view.payment;
  if (surcharge === 0) return words.say('change.confirm.same_price');
  if (surcharge > 0) {
    const how = method === 'cash_on_delivery' ? 'change.confirm.pay_at_door' : 'change.confirm.pay';
    return words.sentences([
      words.say('change.confirm.more', { amount: amount(reading, surcharge) }),
      words.say(how),
    ]);
  }
  const less = words.say('change.confirm.less', { amount: amount(reading, -surcharge) });
  const back =
    refund > 0
      ? words.say(`page.refund_to.${method}`, { amount: amount(reading, refund) })
      : words.say('change.confirm.nothing_back');
  return words.sentences([less, back]);
}
