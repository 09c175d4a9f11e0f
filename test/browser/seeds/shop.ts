import { decodeWords, partsOf, readMail } from '../../../src/lib/mime/index.ts';
import { type MailServer, startMailServer } from '../../outbox/mail-server.ts';

const api_key = 'seeds-key-0123456789';

/** Starts the product with these settings beside its own. */
export type StartProduct = (env: Record<string, string>) => Promise<{ url: string; end(): Promise<unknown> }>;

const patience_ms = 30_000;

/** A letter as its reader sees it. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  message_id: string;
}

/** The whole product as it is started in life, with a mail server of its own, and its shop's other systems. */
export interface SeedShop {
  url: string;
  mail: MailServer;
  /** What a shop's or a seller's system calls. Throws when it is refused. */
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
  read(path: string): Promise<Record<string, unknown>>;
  letters(to: string): Letter[];
  /** Waits for a letter whose subject is like this. */
  letter(to: string, subject: RegExp): Promise<Letter>;
  close(): Promise<void>;
}

export async function openShop(start: StartProduct): Promise<SeedShop> {
  const mail = await startMailServer();
  const product = await start({
    ...{ SMTP_URL: mail.url, MAIL_FROM: 'Harbour Books <orders@harbour.example>', API_KEY: api_key },
    ...{ SHOP_NAME: 'Harbour Books', LOOKUP_LIMIT: '1000' },
  });
  const headers = { authorization: `Bearer ${api_key}`, 'content-type': 'application/json' };

  const answered = async (answer: Response) => {
    const body = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${answer.url}: ${JSON.stringify(body)}`);
    return body;
  };
  const letters = (to: string): Letter[] =>
    mail.messages.map(letterOf).filter((letter) => letter.to.toLowerCase().includes(to.toLowerCase()));

  return {
    ...{ url: product.url, mail, letters },
    post: async (path, body) =>
      answered(await fetch(product.url + path, { method: 'POST', headers, body: JSON.stringify(body) })),
    read: async (path) => answered(await fetch(product.url + path, { headers })),
    async letter(to, subject) {
      const limit = performance.now() + patience_ms;
      for (;;) {
        const found = letters(to).find((letter) => subject.test(letter.subject));
        if (found) return found;
        if (performance.now() > limit) {
          throw new Error(`no letter like ${subject}, only ${letters(to).map((one) => one.subject)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      await product.end();
      await mail.goDown().catch(() => {});
    },
  };
}

function letterOf(raw: string): Letter {
  const mail = readMail(Buffer.from(raw));
  const text = partsOf(mail).find(({ content_type }) => content_type.type === 'text/plain');
  return {
    to: mail.header.first('to'),
    subject: decodeWords(mail.header.first('subject')),
    text: text?.text ?? '',
    message_id: mail.header.first('message-id'),
  };
}

/** The addresses in a letter, in their order. */
export function linksIn({ text }: Letter): string[] {
  return text.match(/https?:\/\/\S+/g) ?? [];
}
