import { equalTexts } from '../../../lib/signed.ts';
import { inGsm } from '../alphabet.ts';
import { callGateway, type GatewayAnswer } from '../call.ts';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import { setbackOf } from '../outcome.ts';
import type { TextOutcome, TextProvider } from '../provider.ts';
import { measure } from '../segments.ts';

/** Its smsbox answers when the bearerbox has stored the text: milliseconds. */
const concurrency = 8;
/** Delivered to the phone (1), not delivered (2), not taken by the operator (16): what is final. */
const dlr_mask = 1 + 2 + 16;
const codings = { gsm: '0', ucs2: '2' } as const;

/**
 * Kannel's sendsms (user guide, "Using the HTTP interface to send SMS messages"): by POST, so that the password is in
 * no address and no log. Kannel knows no ids of ours and cannot be asked what it has.
 */
export const kannel: Gateway = {
  name: 'kannel',
  open: openKannel,
  /** It signs nothing: its configuration holds our address with `?secret=`. */
  verify: ({ query }, { secret }) => secret !== null && equalTexts(query.get('secret') ?? '', secret),
  readMessage({ query, headers, raw }) {
    const from = headers.get('x-kannel-from');
    if (from === null) return null;
    // A text in UCS-2 comes as UTF-16.
    const charset = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
    return { id: query.get('id'), from: international(from), text: decoded(raw, charset) };
  },
  readReport({ query }) {
    const [message_id, type] = [query.get('id'), Number(query.get('type'))];
    const failed = (type & (2 | 16)) !== 0;
    if (message_id === null || (!failed && type !== 1)) return null;
    const reason = (query.get('answer') ?? '').replace(/\d{7,}/g, '***').slice(0, answer_length_max);
    const error = failed ? `undelivered (${type}) ${reason}`.trim() : null;
    return { message_id, kind: failed ? 'failed' : 'delivered', error, to: null, objection: null };
  },
  answer(reply) {
    const text = reply === null ? '' : (inGsm(reply) ?? reply);
    const coding = codings[measure(text).alphabet];
    return {
      body: text,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Kannel-Coding': coding },
    };
  },
  replies_itself: [],
};

const answer_length_max = 100;

function openKannel({ settings, reportUrl }: GatewayOptions): TextProvider {
  const { url, user, password, from } = settings;
  return {
    concurrency,
    repeats_safely: false,
    async deliver({ to, body, message_id }, signal) {
      const report_url = reportUrl(message_id);
      const headers = {
        'Content-Type': 'text/plain; charset=UTF-8',
        'X-Kannel-Username': user,
        'X-Kannel-Password': password,
        'X-Kannel-From': from,
        'X-Kannel-To': to,
        'X-Kannel-Coding': codings[measure(body).alphabet],
        ...(report_url === null
          ? {}
          : { 'X-Kannel-DLR-Mask': String(dlr_mask), 'X-Kannel-DLR-Url': `${report_url}&type=%d&answer=%A` }),
      };
      return outcomeOf(await callGateway({ method: 'POST', url: new URL(url), headers, body }, signal), to);
    },
    async close() {},
  };
}

/** 202 `0: Accepted for delivery` or `3: Queued for later delivery`; 503 `Temporal failure, try again later.` */
function outcomeOf(answer: GatewayAnswer, to: string): TextOutcome {
  if (answer.kind !== 'answered') return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'sent', provider_id: null };
  return setbackOf(status, body, to);
}

/** As operators hand numbers over: `+48...`, `0048...` or `48...`. */
function international(number: string): string {
  return `+${number.replace(/^(\+|00)/, '')}`;
}

function decoded(raw: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(raw);
  } catch {
    return new TextDecoder().decode(raw);
  }
}
