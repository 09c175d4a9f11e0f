import { type Fact, fold } from '../../story/index.ts';
import { composeStory } from '../composition.ts';
import type { FactOf, FactType } from '../facts.ts';
import { type Contact, type OrderView, sellersPart, viewOrder } from '../order-view/index.ts';
import { exampleContact as buyer } from '../orders/example.ts';
import type { State } from '../state.ts';
import { nameExample } from './naming.ts';
import { notificationId } from './react.ts';
import type { ExampleFact, NotificationType } from './type.ts';

/** What a renderer needs to show an example: the notification as stored, and the order as its reader may see it. */
export interface ExampleOrder {
  notification: { id: string; type: string; data: unknown; created_at: string };
  audience: NotificationType['audience'];
  order: OrderView;
}

const composition = composeStory();

const { email, name, phone, ship_to } = buyer;
export const exampleContact: Contact = { customer: { id: 'c-1', email, name, phone }, ship_to };

/** The facts of a story told at the moment each happened. */
export function storyOf(facts: readonly ExampleFact[]): Fact[] {
  const command_id = '00000000-0000-4000-8000-000000000000';
  return facts.map((fact, index) => ({
    ...fact,
    version: index + 1,
    recorded_at: fact.at,
    actor: 'shop',
    command_id,
  }));
}

export function stateOf(facts: readonly Fact[]): State {
  return fold(composition, facts);
}

/**
 * The example of a type in a locale, through the same fold and view as a real order. `facts` and `contact` put
 * another story or buyer in its place; the type's fact is the last one of its kind, its reader the first of the sellers it goes to.
 */
export function exampleOf(
  type: NotificationType,
  locale: string,
  facts: readonly ExampleFact[] = type.example,
  contact: Contact = exampleContact,
): ExampleOrder {
  const story = storyOf(facts);
  const state = stateOf(story);
  const fact = story.findLast(({ type: name }) => type.facts.includes(name as FactType)) as FactOf<FactType>;
  const number = state.order!.number;
  const { audience } = type;
  const seller = audience === 'seller' ? type.sellers!(fact, state)[0]! : '';
  const notification = {
    id: notificationId(nameExample, number, fact.version, type.name, audience, seller || 'customer'),
    type: type.name,
    data: type.plan(fact, state, seller),
    created_at: fact.recorded_at,
  };
  const whole = { number, version: story.length, state, contact, access_epoch: 0, scans: [] };
  const stored = audience === 'seller' ? sellersPart(whole, seller)! : whole;
  const now_ms = Date.parse(story.at(-1)!.recorded_at);
  return { notification, audience, order: viewOrder(stored, { locale, now_ms, returns: [] }) };
}
