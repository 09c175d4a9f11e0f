import type { Message } from '../../../modules/notifications/index.ts';
import type { Told } from '../../teller.ts';

/** What is told; a digest tells of several orders, and so of none. */
export type EmailTold = Omit<Told, 'to' | 'order'> & { order: Told['order'] | null };

/** Everything a template may name. All of it is escaped: no text of ours or of others is trusted as HTML. */
export interface Letter {
  message: Message;
  /** The name of the shop. */
  shop: string;
  /** "Order 114-3941689-8772232"; null: it is about several. */
  order: string | null;
  footer: string[];
}
