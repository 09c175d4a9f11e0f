import { z } from 'zod';
import { type DelaySettings, delayFields, readDelays } from './config/delays.ts';
import { type DkimSettings, dkimFields, readDkim } from './config/dkim.ts';
import { type InboundSettings, inboundFields, readInbound } from './config/inbound.ts';
import { readShopSignIn, type ShopSignInKey, signInFields } from './config/sign-in.ts';
import { readSms, type SmsSettings, smsFields } from './config/sms.ts';
import { isCountry } from './lib/countries.ts';

export type { SmsSettings } from './config/sms.ts';

/**
 * Everything the environment can set, read once at the start. `main.ts` passes `process.env` in and hands the
 * parts on; nothing else in the project looks at the environment.
 */
export interface Config {
  /** `PORT`: TCP port of the web server; 0 lets the system choose one. Default 3000. */
  port: number;
  /** `HOST`: address the web server binds. Default 127.0.0.1: nothing is public until somebody says so. */
  host: string;
  /** `PUBLIC_URL`: how buyers reach this installation, no trailing slash; null: the address that was bound. */
  publicUrl: string | null;
  /** `DATABASE_URL`: PostgreSQL 15 or newer; null: the embedded one under `dataDir`. */
  databaseUrl: string | null;
  /** `DATA_DIR`: where the embedded database, its key and its lock live. Default ./.data. */
  dataDir: string;
  /** `OVERRIDES_DIR`: the shop's own words and templates; null: ./overrides, where that exists. */
  overridesDir: string | null;
  /** `API_KEY`: bootstrap key with the scope `admin`; null: one is made at the first start. */
  apiKey: string | null;
  /** `ROLE`: `web` answers requests, `worker` runs clocks and deliveries, `all` does both. Default all. */
  role: 'all' | 'web' | 'worker';
  /** `SMTP_URL`: smtp:// or smtps:// server for outgoing mail; null: the development inbox. */
  smtpUrl: string | null;
  /** `MAIL_FROM`: sender of every mail, an address or `Name <address>`. */
  mailFrom: string;
  /** `DKIM_*`: the keys that sign every mail; none: mails go unsigned. */
  dkim: DkimSettings[];
  /** `SMS_URL`, `SMS_FROM`, `SMS_SECRET`; null: no texts, or into the development inbox where mail goes there too. */
  sms: SmsSettings | null;
  /** `INBOUND_SMTP_PORT`, `INBOUND_SMTP_HOST`: takes in bounces and replies; null: nobody listens. */
  inbound: InboundSettings | null;
  /** `MAIL_RETURN_DOMAIN`: where they are addressed to; null: to MAIL_FROM, as ever. */
  returnDomain: string | null;
  shop: {
    /** `SHOP_NAME`: the name buyers see. */
    name: string;
    /** `SHOP_LOCALE`: BCP 47 tag used when nobody says otherwise. Default en. */
    locale: string;
    /** `SHOP_TIME_ZONE`: IANA zone of the shop's own dates. Default UTC. */
    timeZone: string;
  };
  /**
   * `LISTING_URL`: where the shop sells a listing, with {sku} in it; null: nothing is offered beside orders, since
   * nobody could go and buy it. The demonstration has pages of its own.
   */
  listingUrl: string | null;
  /** `EMBED_ORIGINS`: origins whose pages may show orders with our element, beside our own; none by default. */
  embedOrigins: string[];
  /** `DEMO`: seed the demonstration shop into an empty database. Default: only into the embedded one. */
  demo: boolean;
  /** `LOG_LEVEL`: the least important line that is still written. Default info. */
  logLevel: (typeof logLevels)[number];
  /** `TRUST_PROXY`: number of reverse proxies in front whose X-Forwarded-For is believed. Default 0. */
  trustProxy: number;
  /** `LOOKUP_LIMIT`: guest look-ups allowed per minute and address. Default 10. */
  lookupLimit: number;
  /** `DELAY_ANSWER_DAYS`, `DELAY_WITHOUT_ANSWER`, `STALLED_AFTER_DAYS`: what the shop decides about delays. */
  delays: DelaySettings;
  /** `WITHDRAWAL_COUNTRIES`: whose buyers may withdraw as those of the EEA may by law; `all`: everybody. Default: nobody. */
  withdrawalCountries: readonly string[] | 'all';
  /**
   * `VAPID_PUBLIC_KEY`, `VAPID_PRIVATE_KEY`: who we are to push services, base64url; null: a pair made once and kept in
   * the database. Another pair makes every device unreachable that was added before.
   */
  vapidKeys: { public_key: string; private_key: string } | null;
  /** `VAPID_SUBJECT`: where a push service can complain, mailto: or https:; null: our public address or our sender. */
  vapidSubject: string | null;
  /**
   * `PRIVATE_HOSTS`: 1 lets addresses that strangers and shops gave us (push services, webhooks) lead into our own
   * network, and go by http. For development. Default 0.
   */
  privateHosts: boolean;
  /**
   * `SHOP_SIGN_IN_SECRET`, `SHOP_SIGN_IN_PUBLIC_KEY`: what the shop signs its customers' sign-in tokens with (HS256,
   * EdDSA); none: it signs nobody in.
   */
  shopSignInKeys: ShopSignInKey[];
  /**
   * `LOCAL_OPERATOR`: 1 opens the operator's pages and the development inbox to this machine without signing in. Null:
   * only for the demonstration on the embedded database.
   */
  localOperator: boolean | null;
  /** `AFTERSHIP_WEBHOOK_SECRET`: null: webhooks of that source answer 401. */
  aftershipWebhookSecret: string | null;
  /** `EASYPOST_WEBHOOK_SECRET`: null: webhooks of that source answer 401. */
  easypostWebhookSecret: string | null;
}

/** The name of a shop that nobody has named. */
export const default_shop_name = 'Tidings';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A key shorter than this can be guessed, and is warned of; a generated one has 43 characters. */
export const api_key_length_good = 16;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const url = (protocols: string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.parse(value);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  );

/** Words with dots between them, then a host: what any mail server would take. */
const word = String.raw`[^\s@<>()[\]\\,;:".\p{C}]+`;
const label = String.raw`[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?`;
const address = String.raw`${word}(\.${word})*@${label}(\.${label})*`;

const settings = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a host name, without a port')
    .default('127.0.0.1'),
  PUBLIC_URL: url(['https:', 'http:'])
    .refine((value) => !/[?#]/.test(value), 'must have no query and no fragment')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: url(['postgresql:', 'postgres:']).optional(),
  DATA_DIR: z.string().default('./.data'),
  OVERRIDES_DIR: z.string().optional(),
  API_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'must be printable ASCII without spaces')
    .optional(),
  ROLE: z.enum(['all', 'web', 'worker'], 'must be all, web or worker').default('all'),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(new RegExp(`^([^<>\\p{C}]*<${address}>|${address})$`, 'u'), 'must be an address or Name <address>')
    .default('orders@tidings.invalid'),
  ...dkimFields,
  ...smsFields,
  ...inboundFields,
  ...signInFields,
  SHOP_NAME: z
    .string()
    .max(100, 'must have at most 100 characters')
    .regex(/^\P{Cc}+$/u, 'must have no control characters')
    .default(default_shop_name),
  SHOP_LOCALE: z.string().refine(isLocale, 'must be a language tag such as en, pl or zh-Hans').default('en'),
  SHOP_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Warsaw')
    .default('UTC'),
  LISTING_URL: url(['https:', 'http:'])
    .refine((value) => value.includes('{sku}'), 'must have {sku} in it, in place of what differs')
    .optional(),
  EMBED_ORIGINS: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((origin) => origin !== ''))
    .refine(
      (origins) => origins.every(isOrigin),
      'must be origins such as https://shop.example, with commas between them and no path',
    )
    .default([]),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  LOOKUP_LIMIT: wholeNumber(1, 1_000_000).default(10),
  ...delayFields,
  WITHDRAWAL_COUNTRIES: z
    .string()
    .transform((value) => value.split(',').map((country) => country.trim()))
    .refine((countries) => countries[0] === 'all' || countries.every(isCountry), {
      message: 'must be all, or country codes in capitals with commas between them, such as GB,CH',
    })
    .transform((countries) => (countries[0] === 'all' ? 'all' : countries))
    .optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[\w-]{86}$/, 'must be a public key on P-256, uncompressed, in base64url: 87 characters')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be a private key on P-256 in base64url: 43 characters')
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^\s@<>]+@[^\s@<>]+|https:\/\/\S+)$/, 'must be mailto: with an address, or https:')
    .optional(),
  PRIVATE_HOSTS: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  AFTERSHIP_WEBHOOK_SECRET: z.string().optional(),
  EASYPOST_WEBHOOK_SECRET: z.string().optional(),
});

/**
 * Reads the settings out of `env`. A variable that is absent or empty takes its default.
 *
 * Answers with the configuration, or with one readable line for every setting that is wrong. The lines never
 * repeat the value: it may be a password.
 */
export function loadConfig(
  env: Record<string, string | undefined>,
): { config: Config } | { mistakes: string[] } {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    return { mistakes: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) };
  }
  const values = parsed.data;
  if ((values.VAPID_PUBLIC_KEY === undefined) !== (values.VAPID_PRIVATE_KEY === undefined)) {
    return { mistakes: ['VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be set together.'] };
  }
  const { sms, mistakes } = readSms(values);
  const { dkim, mistakes: dkim_mistakes } = readDkim(values);
  const { keys: shopSignInKeys, mistakes: shop_mistakes } = readShopSignIn(values);
  const all = [...mistakes, ...dkim_mistakes, ...shop_mistakes];
  if (all.length > 0) return { mistakes: all };
  return {
    config: {
      port: values.PORT,
      host: values.HOST,
      publicUrl: values.PUBLIC_URL ?? null,
      databaseUrl: values.DATABASE_URL ?? null,
      dataDir: values.DATA_DIR,
      overridesDir: values.OVERRIDES_DIR ?? null,
      apiKey: values.API_KEY ?? null,
      role: values.ROLE,
      smtpUrl: values.SMTP_URL ?? null,
      mailFrom: values.MAIL_FROM,
      dkim,
      sms,
      ...readInbound(values),
      shop: { name: values.SHOP_NAME, locale: values.SHOP_LOCALE, timeZone: values.SHOP_TIME_ZONE },
      listingUrl: values.LISTING_URL ?? null,
      embedOrigins: values.EMBED_ORIGINS,
      demo: values.DEMO === undefined ? values.DATABASE_URL === undefined : values.DEMO === '1',
      logLevel: values.LOG_LEVEL,
      trustProxy: values.TRUST_PROXY,
      lookupLimit: values.LOOKUP_LIMIT,
      delays: readDelays(values),
      withdrawalCountries: values.WITHDRAWAL_COUNTRIES ?? [],
      vapidKeys: values.VAPID_PUBLIC_KEY
        ? { public_key: values.VAPID_PUBLIC_KEY, private_key: values.VAPID_PRIVATE_KEY! }
        : null,
      vapidSubject: values.VAPID_SUBJECT ?? null,
      shopSignInKeys,
      localOperator: values.LOCAL_OPERATOR === undefined ? null : values.LOCAL_OPERATOR === '1',
      privateHosts: values.PRIVATE_HOSTS === '1',
      aftershipWebhookSecret: values.AFTERSHIP_WEBHOOK_SECRET ?? null,
      easypostWebhookSecret: values.EASYPOST_WEBHOOK_SECRET ?? null,
    },
  };
}

/** As browsers say it in `Origin`: a scheme and a host, nothing behind them. */
function isOrigin(text: string): boolean {
  const parsed = URL.parse(text);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.origin === text;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    // `+02:00` is an offset: it knows no daylight saving, so a promise dated in it drifts by an hour.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
