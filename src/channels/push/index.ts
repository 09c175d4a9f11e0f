import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import type { Secrets } from '../../lib/secrets.ts';
import { type Device, noteAnswers, readDevices } from '../../modules/devices/index.ts';
import type {
  ClaimedDelivery,
  Notification,
  SentMessage,
} from '../../modules/notifications/deliveries/index.ts';
import type { DevInbox } from '../dev-inbox.ts';
import type { Channel, Outcome } from '../outbox/channel.ts';
import type { Retelling, Teller, Told } from '../teller.ts';
import { setbackOf, type Verdict } from './answer.ts';
import { type Handling, handlingOf, headersOf } from './handling.ts';
import { writePayload } from './payload.ts';
import { type Addressed, openSender } from './sender.ts';
import type { PushServices } from './service.ts';
import { openVapid, type VapidKeys } from './vapid.ts';

export { type GivenKeys, openVapidKeys } from './keys.ts';
export { openPushServices, type PushServices } from './service.ts';
export type { VapidKeys } from './vapid.ts';

export interface PushOptions {
  database: Database;
  clock: Clock;
  log: Log;
  secrets: Secrets;
  teller: Teller;
  keys: VapidKeys;
  /** mailto: or https:, where a push service can complain. */
  subject: string;
  services: PushServices;
  /** Where pushes can be read as well, during development. */
  inbox: DevInbox | null;
}

/** Of deliveries, each to all devices of its person. */
const concurrency = 16;

/** The channel `push`: one message to every device of a person, written and encrypted at the moment it is sent. */
export function openPush(options: PushOptions): Channel {
  const { database, clock, log, secrets, teller, keys, services, inbox } = options;
  const sender = openSender({ services, authorization: openVapid(options), clock });

  async function send(delivery: ClaimedDelivery, signal: AbortSignal): Promise<Outcome> {
    const devices = await devicesOf(delivery);
    if (devices.length === 0) return { kind: 'suppressed', error: 'no_device' };
    const { notification } = delivery;
    const told = await tellInTheirWords(notification, devices);
    const handling = handle(delivery, told.get(devices[0]!.locale)!);
    if (handling.ttl_s <= 0) return { kind: 'suppressed', error: 'too_late' };
    const all = devices.map((device) => ({
      device,
      payload: writePayload(notification, told.get(device.locale)!, handling.topic),
    }));
    const message_id = messageId(delivery);
    const message = sentMessage(all, handling, message_id);
    const { subject_key, order_number, type } = notification;
    await inbox?.keep({ channel: 'push', message_id, message, about: { subject_key, order_number, type } });
    const verdicts = await sender.tellAll(all, handling, signal);
    await note(devices, verdicts);
    if (verdicts.some(({ kind }) => kind === 'taken')) return { kind: 'sent', message_id, message };
    const setback = setbackOf(verdicts);
    return setback.kind === 'suppressed' ? setback : { ...setback, message_id };
  }

  async function devicesOf(delivery: ClaimedDelivery): Promise<Device[]> {
    const { devices, lost } = await readDevices(database, {
      persons: personsOf(delivery),
      order_number: delivery.notification.order_number,
      server_key: keys.public_key,
    });
    await noteAnswers(database, { gone: lost, failing: [], working: [] }, clock.now());
    return devices;
  }

  /** Each device reads the language it was added in; mostly they share one. By locale. */
  async function tellInTheirWords(notification: Notification, devices: readonly Device[]) {
    const told = new Map<string, Told & Retelling>();
    for (const { locale } of devices) {
      if (!told.has(locale)) told.set(locale, await teller({ ...notification, locale }));
    }
    return told;
  }

  function handle({ notification, resends }: ClaimedDelivery, { order: { time_zone } }: Told): Handling {
    return handlingOf({ notification, time_zone, resent: resends > 0, now_ms: clock.now() }, secrets);
  }

  /** What was sent is sent: a note that cannot be taken must not send it again. The next message brings it again. */
  async function note(devices: readonly Device[], verdicts: readonly Verdict[]): Promise<void> {
    const those = (...kinds: Verdict['kind'][]) =>
      devices.filter((_, index) => kinds.includes(verdicts[index]!.kind));
    const answers = {
      gone: those('gone'),
      failing: those('later', 'refused', 'too_large'),
      working: those('taken'),
    };
    await noteAnswers(database, answers, clock.now()).catch((error) =>
      log.warn({ err: error }, 'What push services answered is not noted'),
    );
  }

  return { name: 'push', concurrency, send, close: async () => services.close() };
}

/** The person's own devices; a buyer's message about an order also goes to the devices that follow that order. */
function personsOf({ notification, person }: ClaimedDelivery): string[] {
  return notification.audience === 'buyer' ? [...new Set([person, notification.subject_key])] : [person];
}

/** The same on every try; another when a person asked for it again. */
function messageId({ notification, message_id, resends }: ClaimedDelivery): string {
  return message_id ?? `push-${notification.id}${resends === 0 ? '' : `-resend-${resends}`}`;
}

/** As it is kept and shown: where to by name of browser, never the endpoint. */
function sentMessage(all: readonly Addressed[], handling: Handling, message_id: string): SentMessage {
  const { title, body, link } = all[0]!.payload;
  return {
    to: all.map(({ device }) => device.browser).join(', '),
    subject: title,
    headers: { 'Message-ID': message_id, ...headersOf(handling) },
    html: '',
    text: [body, link].filter((part) => part !== '').join('\n'),
  };
}
