import { createHmac } from 'node:crypto';
import { equalTexts } from '../../../lib/signed.ts';
import type { Objection } from '../../../modules/phones/index.ts';
import { callGateway, type GatewayAnswer } from '../call.ts';
import type { Gateway, GatewayOptions, GatewayRequest } from '../gateway.ts';
import { describe, setbackOf } from '../outcome.ts';
import type { Text, TextOutcome, TextProvider } from '../provider.ts';

/** Twilio takes a hundred at once and queues them by the rate of the sender. */
const concurrency = 8;
/** How far back a text whose answer was lost is looked for among those to the same number. */
const looked_through = 50;

/** Codes that are about our account or our sender, whatever the text: https://www.twilio.com/docs/api/errors. */
const everybodys = new Set([
  ...[20003, 20005, 20404, 20429, 21212, 21606, 21603, 21611, 21659, 21660, 21701, 21703, 21704, 63038],
]);
/** What a code says about the number: 21610 it replied STOP to Twilio; the others cannot receive texts. */
const objections: Readonly<Record<number, Objection>> = {
  21610: 'opted_out',
  21211: 'unreachable_number',
  21614: 'unreachable_number',
  // In reports: no such handset, and a landline.
  30005: 'unreachable_number',
  30006: 'unreachable_number',
};

/** Twilio's Messages API: https://www.twilio.com/docs/messaging/api/message-resource. */
export const twilio: Gateway = {
  name: 'twilio',
  open: openTwilio,
  verify({ url, headers, raw }, { password }) {
    const params = new URLSearchParams(Buffer.from(raw).toString());
    const given = headers.get('x-twilio-signature') ?? '';
    return [url, otherPort(url)].some((called) => equalTexts(given, signatureOf(called, params, password)));
  },
  readMessage(request) {
    const form = formOf(request);
    const from = form.get('From');
    if (from === null) return null;
    // Where Twilio's own opt-out is set up with other words, it says what they mean.
    return { id: form.get('MessageSid'), from, text: form.get('OptOutType') ?? form.get('Body') ?? '' };
  },
  readReport(request) {
    const message_id = request.query.get('id');
    const form = formOf(request);
    const status = form.get('MessageStatus') ?? '';
    const failed = status === 'failed' || status === 'undelivered';
    if (message_id === null || (!failed && status !== 'delivered')) return null;
    const code = form.get('ErrorCode');
    const error = failed ? `${status}${code ? ` ${code}` : ''}` : null;
    const objection = (failed && objections[Number(code)]) || null;
    return { message_id, kind: failed ? 'failed' : 'delivered', error, to: form.get('To'), objection };
  },
  answer(reply) {
    const message = reply === null ? '' : `<Message>${escaped(reply)}</Message>`;
    const body = `<?xml version="1.0" encoding="UTF-8"?><Response>${message}</Response>`;
    return { body, headers: { 'Content-Type': 'text/xml; charset=utf-8' } };
  },
  // Its default for every number; a second answer would be charged, and to STOP not delivered.
  replies_itself: [
    ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    ...['START', 'UNSTOP', 'YES', 'HELP', 'INFO'],
  ],
};

function openTwilio({ settings, reportUrl }: GatewayOptions): TextProvider {
  const { url, user: account, password, from } = settings;
  const messages = new URL(`/2010-04-01/Accounts/${account}/Messages.json`, url);
  const headers = { Authorization: `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}` };

  async function send(text: Text, signal: AbortSignal): Promise<TextOutcome> {
    const report_url = reportUrl(text.message_id);
    const form = new URLSearchParams({
      To: text.to,
      [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
      Body: text.body,
      ...(report_url === null ? {} : { StatusCallback: report_url }),
    });
    const answer = await callGateway(
      {
        method: 'POST',
        url: messages,
        headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      },
      signal,
    );
    return outcomeOf(answer, text.to);
  }

  /** Twilio knows no idempotency keys; but it can be asked whether it has the text that nobody answered for. */
  async function find({ to, body }: Text, signal: AbortSignal): Promise<TextOutcome | null> {
    const url = new URL(messages);
    url.search = new URLSearchParams({ To: to, PageSize: String(looked_through) }).toString();
    const answer = await callGateway({ method: 'GET', url, headers }, signal);
    if (answer.kind !== 'answered')
      return { kind: answer.kind === 'away' ? 'away' : 'later', error: answer.error };
    if (answer.status !== 200) return setbackOf(answer.status, messageOf(answer.body), to);
    const { messages: found = [] } = jsonOf(answer.body) as { messages?: Sent[] };
    const same = found.find(
      (sent) => sent.body === body && !/^(failed|undelivered|canceled)$/.test(sent.status),
    );
    return same ? { kind: 'sent', provider_id: same.sid } : null;
  }

  return {
    concurrency,
    repeats_safely: true,
    async deliver(text, signal) {
      return (text.again ? await find(text, signal) : null) ?? send(text, signal);
    },
    async close() {},
  };
}

interface Sent {
  sid: string;
  body: string;
  status: string;
}

function outcomeOf(answer: GatewayAnswer, to: string): TextOutcome {
  if (answer.kind !== 'answered') return answer;
  const { status, body } = answer;
  const { sid, code } = jsonOf(body) as { sid?: string; code?: number };
  if (status >= 200 && status < 300) return { kind: 'sent', provider_id: sid ?? null };
  const said = messageOf(body);
  if (code !== undefined && everybodys.has(code)) return { kind: 'away', error: describe(status, said, to) };
  const setback = setbackOf(status, said, to);
  const objection = objections[code ?? 0];
  return objection && setback.kind === 'refused' ? { ...setback, objection } : setback;
}

function messageOf(body: string): string {
  const { code, message } = jsonOf(body) as { code?: number; message?: string };
  return [code, message].filter((part) => part !== undefined).join(': ');
}

/** What stands before a gateway answers in HTML. */
function jsonOf(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function formOf({ raw }: GatewayRequest): URLSearchParams {
  return new URLSearchParams(Buffer.from(raw).toString());
}

/** The address, then every parameter by name with its value: https://www.twilio.com/docs/usage/security. */
export function signatureOf(url: string, params: URLSearchParams, auth_token: string): string {
  const names = [...new Set(params.keys())].sort();
  const values = names.flatMap((name) =>
    [...new Set(params.getAll(name))].sort().map((value) => name + value),
  );
  return createHmac('sha1', auth_token)
    .update(url + values.join(''))
    .digest('base64');
}

/** Some of Twilio's callers name the standard port in what they sign, some do not. */
function otherPort(address: string): string {
  const { protocol, host, port } = new URL(address);
  if (port !== '') return address;
  return address.replace(host, `${host}:${protocol === 'https:' ? 443 : 80}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
