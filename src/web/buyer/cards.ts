import type { Value } from '../../lib/html.ts';
import { deviceButton } from '../app/device-button.ts';
import { withdrawalCards, withdrawLink } from '../withdraw/card.ts';
import type { Arrangement } from './arrange.ts';
import { justChanged } from './change/done-note.ts';
import { letters, unreachableCard } from './echoes.ts';
import { caseCards, orderHelp, settledCases } from './help/case-card.ts';
import { history } from './history.ts';
import { messages } from './messages.ts';
import { canceledCard, justCanceled, paymentCard } from './notice-cards.ts';
import type { Reading } from './reading.ts';
import { shipmentCard } from './shipment-card.ts';
import { summary } from './summary.ts';
import { waitingCard } from './waiting-card.ts';

/**
 * One card of the order page, or a few of a kind; null when there is nothing to say. Its outermost element has an `id`
 * and `data-part`: by them an open page brings it up to date alone.
 */
type Card = (reading: Reading, arrangement: Arrangement) => Value;

/** Said back to whoever has just done something. */
export const DONE: readonly Card[] = [justCanceled, justChanged];

/**
 * The main column, as it is read: what stands in the way, when it comes, what is being asked, what has arrived and
 * happened, what else there is.
 */
export const CARDS: readonly Card[] = [
  unreachableCard,
  canceledCard,
  paymentCard,
  (reading, { coming }) => coming.map((shipment) => shipmentCard(reading, shipment)),
  (reading, { waiting }) => waiting.map((group, index) => waitingCard(reading, group, index)),
  caseCards,
  withdrawalCards,
  (reading, { ended }) => ended.map((shipment) => shipmentCard(reading, shipment)),
  history,
  settledCases,
  orderHelp,
  deviceButton,
];

/** Beside it, where there is room; behind it on a phone. */
export const ASIDE: readonly Card[] = [summary, withdrawLink];

/** Behind everything: what was written, by us and to us. */
export const BELOW: readonly Card[] = [messages, letters];
