import type { Database } from '../../lib/database.ts';
import { wordsFor } from '../../lib/words.ts';
import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import type { Shop } from '../../modules/notifications/index.ts';
import {
  type PersonalType,
  personalTypeNamed,
  readPersonal,
} from '../../modules/notifications/personal/index.ts';
import type { WrittenMail } from './index.ts';
import { renderEmail } from './render/index.ts';
import { mailOf, type Writer } from './writer.ts';

/** A writer that also knows messages about no order. */
export function withPersonal(write: Writer, { database, shop }: { database: Database; shop: Shop }): Writer {
  return async (notification) => {
    const type = personalTypeNamed(notification.type);
    return type ? writePersonal(type, notification) : write(notification);
  };

  async function writePersonal(type: PersonalType, notification: Notification): Promise<WrittenMail> {
    // A preview is asked for without anybody having asked its reader's wishes.
    const kept = notification.personal ?? (await readPersonal(database, notification));
    if (!kept) throw new Error(`notification ${notification.id} is erased`);
    const words = wordsFor(notification.locale);
    const { data, time_zone, email } = kept;
    const message = type.tell({ data, words, shop, time_zone });
    const told = { audience: type.audience, message, words, shop, links: null, order: null };
    const mail = mailOf(renderEmail({ ...notification, data: {} }, told), email);
    return type.secret ? { ...mail, unkept: true } : mail;
  }
}
