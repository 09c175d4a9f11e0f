import type { Command } from '../../story/command.ts';
import type { Row } from '../../story/rows.ts';
import type { DeliveryPrices } from '../delivery/prices.ts';
import type { ContactDetails } from '../orders/commands.ts';
import type { DeliveryOption } from '../orders/vocabulary.ts';
import type { ChangedBy } from './state.ts';

/**
 * All or nothing. `change` and `refund` are the ids its adjustments will have. `before` is who and where as its sender
 * read it, after `seen` changes: when there have been more, somebody else was faster, and it is read again.
 */
export type ChangeOrder = Command<
  'ChangeOrder',
  {
    change: string;
    refund: string;
    by: ChangedBy;
    before: ContactDetails;
    after: ContactDetails;
    seen: number;
    delivery_option: DeliveryOption | null;
    /** What the shop takes for each option in the order's currency; null: it has published nothing. */
    prices: DeliveryPrices | null;
    /** The message to an e-mail address that is left, as rows of the same commit. */
    to_old_address: Row[];
    /** What the buyer was shown that it costs, in minor units; null: nobody was asked. */
    accepted_surcharge: number | null;
  }
>;
