import type { LineQuantity } from '../orders/facts.ts';
import type { Declarant } from './commands.ts';
import type { Withdrawal } from './state.ts';

/** That a declaration was received: its content, date and time (Directive 2011/83/EU, Article 11a(4)). */
export interface Acknowledgement {
  order: string;
  name: string;
  email: string;
  lines: LineQuantity[];
  declared_at: string;
  /** IANA; where the order goes. */
  time_zone: string;
  within_period: boolean;
  until: string | null;
}

export function acknowledge(
  {
    lines,
    declared_at,
    within_period,
    until,
  }: Pick<Withdrawal, 'lines' | 'declared_at' | 'within_period' | 'until'>,
  { number, time_zone }: { number: string; time_zone: string },
  { name, email }: Declarant,
): Acknowledgement {
  return { order: number, name, email, lines, declared_at, time_zone, within_period, until };
}
