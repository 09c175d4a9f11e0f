import type { DeliveryPromise } from '../orders/state.ts';
import type { DeliveryOption } from '../orders/vocabulary.ts';
import type { ChangedBy, ChangeKind } from './state.ts';

export interface ChangeFacts {
  /** Something was put right before it left. What the new address is stands in the rows beside the story alone. */
  OrderChanged: {
    id: string;
    by: ChangedBy;
    kinds: ChangeKind[];
    /** Absent: it is still the same. */
    delivery_option?: { from: DeliveryOption; to: DeliveryOption };
    /** Of the lines whose promise moved with the delivery option. The first latest date is not touched. */
    promises?: { line: string; from: DeliveryPromise; to: DeliveryPromise }[];
    /** What the order costs more because of it, in minor units; negative: less. */
    surcharge: number;
    /** Id of the refund that went with it. */
    refund: string | null;
  };
}
