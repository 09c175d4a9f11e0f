import type { Fact } from '../story/fact.ts';
import type { CancellationFacts } from './cancellations/facts.ts';
import type { CaseFacts } from './cases/facts.ts';
import type { ChangeFacts } from './changes/facts.ts';
import type { DelayFacts } from './delays/facts.ts';
import type { OrderFacts } from './orders/facts.ts';
import type { PaymentFacts } from './payments/facts.ts';
import type { PrivacyFacts } from './privacy/facts.ts';
import type { ShipmentFacts } from './shipments/facts.ts';
import type { WithdrawalFacts } from './withdrawals/facts.ts';

/** Every fact there is. A reader that switches over `AnyFact['type']` is told by the compiler of a new one. */
export type FactData = OrderFacts &
  PaymentFacts &
  ShipmentFacts &
  CancellationFacts &
  DelayFacts &
  ChangeFacts &
  CaseFacts &
  WithdrawalFacts &
  PrivacyFacts;
export type FactType = keyof FactData;
export type AnyFact = { [Type in FactType]: Fact<Type, FactData[Type]> }[FactType];
export type FactOf<Type extends FactType> = Fact<Type, FactData[Type]>;
