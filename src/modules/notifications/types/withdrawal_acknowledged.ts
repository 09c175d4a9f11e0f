import {
  declarationInWords,
  declaredWhen,
  outcomeInWords,
  unitsInWords,
} from '../../order-view/acknowledgement.ts';
import type { WithdrawalView } from '../../order-view/index.ts';
import { canceled, delivered, dispatched, placed, refunded, scanned, withdrawn } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

interface Acknowledged {
  withdrawal: string;
}

/**
 * That a declaration was received: its content, date and time, on a durable medium and without delay (Directive
 * 2011/83/EU, Article 11a(4)). It is all that is told of what was canceled with it.
 */
export const withdrawalAcknowledged: NotificationType<'WithdrawalDeclared', Acknowledged> = {
  name: 'withdrawal_acknowledged',
  facts: ['WithdrawalDeclared'],
  audience: 'buyer',
  class: 'mandatory',
  also: [],
  timing: 'at_once',
  importance: 1,
  answers_declaration: true,
  plan: ({ data: { id } }) => ({ withdrawal: id }),
  tell(telling) {
    const { words, order, said_on } = telling;
    const withdrawal = withdrawalOf(telling);
    const when = { declared_at: withdrawal.declared_at, time_zone: order.time_zone };
    return {
      subject: words.say('mail.withdrawal_acknowledged.subject', {
        items: nameItems(telling, withdrawal.lines),
      }),
      label: words.say('mail.withdrawal_acknowledged.label'),
      tone: 'quiet',
      headline: words.say('mail.withdrawal_acknowledged.headline'),
      sentences: [
        words.say('mail.withdrawal_acknowledged.received', { moment: declaredWhen(when, words) }),
        ...outcomeInWords(withdrawal, order, words, said_on),
      ],
      sections: [
        declaredSection(telling, withdrawal),
        itemsSection(telling, words.say('mail.withdrawal_acknowledged.items'), withdrawal.lines),
        actionsSection(telling),
      ],
    };
  },
  example: [
    placed({ country: 'PL', time_zone: 'Europe/Warsaw' }),
    dispatched(),
    scanned('delivered'),
    delivered(),
    withdrawn({ '1': 1, '2': 1 }),
    canceled(['2'], 'customer', 'withdrawal-1'),
    refunded(2999),
  ],
};

function withdrawalOf({ order, data }: Telling<Acknowledged>): WithdrawalView {
  return order.withdrawals.find(({ id }) => id === data.withdrawal)!;
}

/** The declaration read back, word for word. */
function declaredSection(
  { order, declarant, words }: Telling<Acknowledged>,
  withdrawal: WithdrawalView,
): Section {
  const declaration = {
    number: order.number,
    name: declarant?.name ?? order.customer.name,
    email: (declarant?.email ?? order.customer.email) || null,
    declared_at: withdrawal.declared_at,
    time_zone: order.time_zone,
    items: unitsInWords(withdrawal.lines, order, words),
  };
  const lines = declarationInWords(declaration, words).map(({ label, value }) => `${label}: ${value}`);
  return { kind: 'lines', heading: words.say('withdraw.done.declared'), lines };
}
