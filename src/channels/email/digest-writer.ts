import type { Database } from '../../lib/database.ts';
import { wordsFor } from '../../lib/words.ts';
import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import { digest_type, digestMessage, type News } from '../../modules/notifications/digest/index.ts';
import type { Shop } from '../../modules/notifications/index.ts';
import { type JudgedNews, readNews } from '../courtesy/digest.ts';
import type { Truth } from '../courtesy/truth.ts';
import type { Teller } from '../teller.ts';
import type { WrittenMail } from './index.ts';
import { renderEmail } from './render/index.ts';
import { mailOf, type Writer } from './writer.ts';

export interface DigestWriterOptions {
  database: Database;
  truth: Truth;
  teller: Teller;
  shop: Shop;
}

/** A writer that knows digests too: from the same teller and by the same templates as every other mail. */
export function withDigests(write: Writer, { database, truth, teller, shop }: DigestWriterOptions): Writer {
  return async (notification) =>
    notification.type === digest_type ? writeDigest(notification) : write(notification);

  async function writeDigest(digest: Notification): Promise<WrittenMail> {
    const news = (await readNews(database, truth, digest.id)).filter(({ stale }) => !stale);
    const told = await Promise.all(news.map((one) => tell(one, digest.locale)));
    const words = wordsFor(digest.locale);
    const message = digestMessage(
      told.map(({ news }) => news),
      words,
    );
    const rendered = renderEmail(digest, {
      audience: 'buyer',
      message,
      words,
      shop,
      links: null,
      order: null,
    });
    // Orders of one customer may have been placed with different addresses: the newest that is known counts.
    return mailOf(rendered, told.find(({ email }) => email)?.email ?? null);
  }

  /** In the language of the digest, whatever that of the order. */
  async function tell(
    { notification, order }: JudgedNews,
    locale: string,
  ): Promise<{ news: News; email: string | null }> {
    const { message, links, to } = await teller({ ...notification, locale });
    const { number, time_zone } = order!;
    const url = links?.order ?? null;
    const news = { message, order_number: number, at: notification.created_at, time_zone, url };
    return { news, email: to.email };
  }
}
