import { instant } from '../../lib/clock.ts';
import type { Secret } from '../../lib/secrets.ts';
import type { AddCaseMessage, AnswerCancellation, CloseCase } from '../../modules/cases/commands.ts';
import { printOf } from '../../modules/cases/print.ts';
import type { AtDesk } from './desk.ts';
import type { WholeRequest } from './read.ts';

type Act = AddCaseMessage | AnswerCancellation | CloseCase;

/** What each button of a request does, or the key of what is missing. `form_id` is a UUID: the same form is the same act. */
export function actOf(
  at_desk: AtDesk,
  { one, stored }: WholeRequest,
  { act, message, form_id, secret }: { act: string; message: string; form_id: string; secret: Secret },
): Act | string {
  const { visit, seller } = at_desk;
  const at = instant(visit.now_ms);
  const actor = seller === null ? 'shop' : `seller:${seller}`;
  const envelope = { order: stored.number, id: form_id, at, recorded_at: at, actor };
  const text = message === '' ? null : message;
  const ids = { cancellation: form_id, refund: `${form_id}-refund` };
  switch (act) {
    case 'accept':
      return { type: 'AnswerCancellation', ...envelope, body: { case: one.id, accept: true, text, ...ids } };
    case 'decline':
      if (text === null) return 'case.desk.say_why';
      return { type: 'AnswerCancellation', ...envelope, body: { case: one.id, accept: false, text, ...ids } };
    case 'close':
    case 'say_and_close': {
      if (text === null && act === 'say_and_close') return 'case.ask.say_something';
      const by = seller === null ? 'shop' : 'seller';
      return { type: 'CloseCase', ...envelope, body: { case: one.id, by, text } };
    }
    default: {
      if (text === null) return 'case.ask.say_something';
      const body = { case: one.id, from: 'seller' as const, text, print: printOf(secret, text) };
      return { type: 'AddCaseMessage', ...envelope, body };
    }
  }
}
