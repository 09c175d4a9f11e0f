import type { Clock } from '../../lib/clock.ts';
import { type Phones, phoneNumber } from '../../modules/phones/index.ts';
import type { Channel, Outcome } from '../outbox/channel.ts';
import type { Teller } from '../teller.ts';
import { messageIdOf } from './message-id.ts';
import type { Text, TextProvider } from './provider.ts';
import { measure } from './segments.ts';
import { writeText } from './text.ts';

export { openSmsInbox } from './inbox.ts';
export { gatewayNamed } from './providers/index.ts';
export { openReception, type Reception } from './reception.ts';

export interface SmsOptions {
  provider: TextProvider;
  tell: Teller;
  phones: Phones;
  clock: Clock;
  /** Whether a reply reaches us: only then a text says how to stop. */
  can_reply: boolean;
}

/** The channel `sms`: asks what is known of the number, writes the text, and hands it to a provider. */
export function openSms({ provider, tell, phones, clock, can_reply }: SmsOptions): Channel {
  return {
    name: 'sms',
    concurrency: provider.concurrency,
    async send({ notification, message_id, resends, attempts }, signal): Promise<Outcome> {
      const told = await tell(notification);
      const { phone } = told.to;
      if (phone === null || phone.trim() === '') return { kind: 'suppressed', error: 'no_phone' };
      const to = phoneNumber(phone, told.order.ship_to.country);
      if (to === null) return { kind: 'suppressed', error: 'invalid_phone' };
      const { objection, tell_how_to_stop } = await phones.standing(to, clock.now());
      if (objection) return { kind: 'suppressed', error: objection };

      const told_how_to_stop = can_reply && tell_how_to_stop;
      const body = writeText(told, told_how_to_stop ? told.words.say('text.how_to_stop') : null);
      const { subject_key, order_number, type } = notification;
      const { subject } = told.message;
      const text: Text = {
        ...{ to, body, message_id: messageIdOf(notification.id, resends), again: attempts > 1 },
        about: { subject_key, order_number, type, subject },
      };
      const outcome = await handOver(text, message_id !== null, signal);
      if (outcome.kind === 'sent') await remember(to, told.words.locale, told_how_to_stop);
      return outcome;
    },
    close: () => provider.close(),
  };

  /** @param lost the answer to an earlier try was lost */
  async function handOver(text: Text, lost: boolean, signal: AbortSignal): Promise<Outcome> {
    const outcome = await provider.deliver(text, signal);
    const { to, message_id } = text;
    if (outcome.kind === 'sent') {
      return { kind: 'sent', message_id, message: sentMessage(text, outcome.provider_id) };
    }
    const { kind, error, objection } = outcome;
    if (objection) await phones.objects(to, objection, clock.now());
    if (objection === 'opted_out') return { kind: 'suppressed', error: objection };
    // The id is kept only then: it tells the next try that this one may have arrived.
    if (kind !== 'unknown') return { kind, error };
    if (lost && !provider.repeats_safely) return { kind: 'refused', error: `answer_lost_twice: ${error}` };
    return { kind, error, message_id };
  }

  async function remember(to: string, locale: string, told_how_to_stop: boolean): Promise<void> {
    // It has left; that it is not remembered costs a sentence in the next one.
    await phones.texted(to, { locale, told_how_to_stop, now_ms: clock.now() }).catch(() => {});
  }
}

function sentMessage({ to, body, message_id, about }: Text, provider_id: string | null) {
  const { alphabet, segments } = measure(body);
  const headers = {
    'Message-ID': message_id,
    ...(provider_id === null ? {} : { 'Provider-ID': provider_id }),
    Alphabet: alphabet,
    Segments: String(segments),
  };
  return { to, subject: about.subject, headers, html: '', text: body };
}

/** Settles what was planned for a channel that is no longer there, so that it does not wait for ever. */
export function absentSms(): Channel {
  return {
    name: 'sms',
    concurrency: 8,
    send: async () => ({ kind: 'suppressed', error: 'no_text_gateway' }),
    close: async () => {},
  };
}
