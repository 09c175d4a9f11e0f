import type { Registry } from 'prom-client';
import { openCourtesy, openTruth } from './channels/courtesy/index.ts';
import { openDevInbox } from './channels/dev-inbox.ts';
import { withAnswers } from './channels/email/answer-writer.ts';
import { withDigests } from './channels/email/digest-writer.ts';
import { verifyAddress } from './channels/email/inbound/index.ts';
import { openEmail, openInbox, openSmtp } from './channels/email/index.ts';
import { withPersonal } from './channels/email/personal-writer.ts';
import { openWriter, type Writer } from './channels/email/writer.ts';
import type { Channel } from './channels/outbox/channel.ts';
import { type Outbox, openOutbox } from './channels/outbox/index.ts';
import { openPreviews, type Previews } from './channels/preview.ts';
import { openPush, type PushServices, type VapidKeys } from './channels/push/index.ts';
import { absentSms, gatewayNamed, openSms, openSmsInbox } from './channels/sms/index.ts';
import { openTeller, type Teller } from './channels/teller.ts';
import type { Config } from './config.ts';
import type { Clock } from './lib/clock.ts';
import type { Database } from './lib/database.ts';
import type { Log } from './lib/log.ts';
import type { Secrets } from './lib/secrets.ts';
import { echoesOf } from './mail-in.ts';
import type { Shop } from './modules/notifications/index.ts';
import type { OrderReader } from './modules/order-view/index.ts';
import { openPhones } from './modules/phones/index.ts';

export interface SendingParts {
  config: Config;
  database: Database;
  clock: Clock;
  log: Log;
  secrets: Secrets;
  orders: OrderReader;
  /** How buyers reach this installation, no trailing slash. */
  public_url: string;
  /** Ways to reach people here, in the order in which they stand in for each other. */
  channels: readonly string[];
  /** Who we are to push services, and the services. */
  push: { keys: VapidKeys; services: PushServices };
}

/** Everything that leaves: what it would say, and the outbox that sends it. */
export interface Sending {
  previews: Previews;
  /** In a process that works: begins to send. */
  start(registry: Registry): Outbox;
}

/** Who sends real mail and has no gateway sends no texts. */
export function channelsOf({ smtpUrl, sms }: Config): string[] {
  return ['email', ...(sms !== null || smtpUrl === null ? ['sms'] : []), 'push'];
}

/** Puts the channels together as the settings say. */
export function openSending(parts: SendingParts): Sending {
  const { config, database, clock, log, channels } = parts;
  const tell = tellerOf(parts);
  const write = writerOf(parts, tell);
  return {
    previews: openPreviews(tell, write),
    start(registry) {
      const courteous = openCourtesy({ ...parts, time_zone: config.shop.timeZone });
      const open = [emailOf(parts, write), smsOf(parts, tell), pushOf(parts, tell)].map(courteous);
      return openOutbox({ database, clock, log, channels: open, stand_ins: channels, registry });
    },
  };
}

function tellerOf(parts: SendingParts): Teller {
  const { config, database, clock, orders, secrets } = parts;
  const shop = shopOf(parts);
  const seller_defaults = { locale: config.shop.locale, time_zone: config.shop.timeZone };
  return openTeller({
    database,
    orders,
    secrets,
    shop,
    clock,
    seller_defaults,
    listing_url: config.listingUrl,
  });
}

function writerOf(parts: SendingParts, teller: Teller): Writer {
  const { config, database, clock, orders, secrets } = parts;
  const shop = shopOf(parts);
  const truth = openTruth({ orders, clock });
  const write = withDigests(openWriter({ teller, secrets }), { database, teller, shop, truth });
  const { locale, timeZone: time_zone } = config.shop;
  return withPersonal(withAnswers(write, { database, shop, locale, time_zone }), { database, shop });
}

/** Who all messages are from. */
function shopOf({ config, public_url }: SendingParts): Shop {
  const { shop, mailFrom: mail_from, returnDomain } = config;
  const from = { name: shop.name, public_url, mail_from, withdrawal_countries: config.withdrawalCountries };
  return returnDomain === null ? from : { ...from, forward_to: verifyAddress(returnDomain) };
}

/** Through a mail server, or into the development inbox. */
function emailOf(parts: SendingParts, write: Writer): Channel {
  const { config, database, clock } = parts;
  const from = config.mailFrom;
  const provider = config.smtpUrl
    ? openSmtp({ url: config.smtpUrl, from, clock, dkim: config.dkim })
    : openInbox({ database, clock, from });
  return openEmail({ provider, write, ...echoesOf(parts) });
}

/** Texts go through the gateway, or where mail goes into the development inbox there too, or nowhere. */
function smsOf({ config, database, clock, public_url, channels }: SendingParts, tell: Teller): Channel {
  if (!channels.includes('sms')) return absentSms();
  const settings = config.sms;
  const phones = openPhones(database);
  if (!settings) {
    const provider = openSmsInbox({ database, clock, from: config.shop.name });
    return openSms({ provider, tell, phones, clock, can_reply: true });
  }
  // What cannot prove itself is not believed, so it is not asked either.
  const hears = settings.gateway === 'twilio' || settings.secret !== null;
  const secret = settings.gateway === 'kannel' ? `&secret=${settings.secret}` : '';
  const reports = `${public_url}/v1/channels/sms/${settings.gateway}/reports`;
  const reportUrl = (id: string) => (hears ? `${reports}?id=${id}${secret}` : null);
  const provider = gatewayNamed(settings.gateway)!.open({ settings, clock, reportUrl });
  // A name in place of a number takes no replies.
  const can_reply = hears && /^[+\d]|^MG/.test(settings.from);
  return openSms({ provider, tell, phones, clock, can_reply });
}

/** Where mail goes into the development inbox, pushes can be read there too. */
function pushOf(parts: SendingParts, teller: Teller): Channel {
  const { push, config, database, clock, log, secrets, public_url } = parts;
  const sender = /([^<\s]+@[^>\s]+)>?\s*$/.exec(config.mailFrom)![1];
  const contact = public_url.startsWith('https:') ? public_url : `mailto:${sender}`;
  return openPush({
    ...{ ...push, database, clock, log, secrets, teller, subject: config.vapidSubject ?? contact },
    inbox: config.smtpUrl ? null : openDevInbox({ database, clock }),
  });
}
