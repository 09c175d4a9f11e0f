import { EUROPEAN } from '../../orders/jurisdictions.ts';
import type { Policy } from './policy.ts';

/**
 * European Union (Directive 2011/83, article 18): what does not come when it was agreed may be given up, and is then
 * refunded within 14 days. Nobody loses a contract by saying nothing.
 */
export const eu: Policy = {
  rule: 'eu',
  applies: ({ country }) => EUROPEAN.has(country),
  withoutAnswer: () => 'wait',
};
