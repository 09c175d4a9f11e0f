import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isPublicUrl, publicLookup } from '../../lib/public-address.ts';

/** What a push service said, or why it said nothing. */
export type Answer =
  | { status: number; reason: string; retry_after_s: number | null }
  /** `handed_over`: the message had left when the connection broke; it may have arrived. */
  | { status: null; reason: string; handed_over: boolean };

export interface PushRequest {
  endpoint: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Whoever carries pushes to browsers: posts to an endpoint that a browser gave us. Never throws. */
export interface PushServices {
  /** Whether we would call this endpoint at all: https, and a public host. */
  mayCall(endpoint: string): boolean;
  post(push: PushRequest, signal: AbortSignal): Promise<Answer>;
  close(): void;
}

/** There are only a few push services; each takes many messages through one connection. */
const connections_per_service_max = 8;
const silence_max_ms = 10_000;
/** Of an answer that is read for its reason. */
const reason_bytes_max = 2_048;
const reason_length_max = 80;

/** @param options.private_hosts for development: http, and push services inside one's own network, are called too */
export function openPushServices({ private_hosts }: { private_hosts: boolean }): PushServices {
  const options = {
    keepAlive: true,
    maxSockets: connections_per_service_max,
    ...(private_hosts ? {} : { lookup: publicLookup }),
  };
  const agents = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) };

  function mayCall(endpoint: string): boolean {
    const url = URL.parse(endpoint);
    if (url === null) return false;
    if (private_hosts) return url.protocol === 'https:' || url.protocol === 'http:';
    return url.protocol === 'https:' && url.port === '' && isPublicUrl(url);
  }

  return {
    mayCall,
    async post({ endpoint, headers, body }, signal) {
      if (!mayCall(endpoint)) return { status: null, reason: 'address_refused', handed_over: false };
      const secure = endpoint.startsWith('https:');
      const agent = secure ? agents['https:'] : agents['http:'];
      const send = () =>
        (secure ? requestHttps : requestHttp)(endpoint, {
          ...{ method: 'POST', agent, signal, timeout: silence_max_ms },
          headers: { ...headers, 'Content-Length': body.length },
        });
      return talk(send, body);
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** A connection that was kept open may be closed by the other side just when it is used again: once more, then. */
async function talk(send: () => ClientRequest, body: Buffer): Promise<Answer> {
  const first = send();
  const answer = await answerTo(first, body);
  return answer.status === null && first.reusedSocket && answer.reason === 'ECONNRESET'
    ? answerTo(send(), body)
    : answer;
}

function answerTo(call: ClientRequest, body: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    let handed_over = false;
    const failed = (error: NodeJS.ErrnoException) =>
      resolve({ status: null, reason: reasonOfFailure(error), handed_over });
    call.on('finish', () => (handed_over = true));
    call.on('timeout', () => call.destroy(Object.assign(new Error('silence'), { code: 'ETIMEDOUT' })));
    call.on('error', failed);
    call.on('response', (response) => {
      read(response).then((text) => {
        const retry_after_s = secondsOf(response.headers['retry-after'], response.headers.date);
        resolve({ status: response.statusCode!, reason: reasonIn(text), retry_after_s });
      }, failed);
    });
    call.end(body);
  });
}

function reasonOfFailure({ code, name }: NodeJS.ErrnoException): string {
  return name === 'AbortError' || name === 'TimeoutError' ? 'ETIMEDOUT' : (code ?? name);
}

/** The beginning of an answer; the rest of a long one is not waited for. */
async function read(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) {
    text += chunk;
    if (text.length > reason_bytes_max) break;
  }
  return text;
}

/** Apple says `{"reason":"BadJwtToken"}`, others a sentence. Long tokens may be the device's, and are left out. */
function reasonIn(text: string): string {
  const said = /"(?:reason|message)"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? text;
  return said
    .replace(/<[^>]*>|[^\w .,:'-]+/g, ' ')
    .replace(/[\w-]{24,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, reason_length_max);
}

/** `Retry-After` is a number of seconds, or a date, which is compared with the service's own clock. */
function secondsOf(retry_after: string | undefined, date: string | undefined): number | null {
  if (retry_after === undefined) return null;
  if (/^\d{1,9}$/.test(retry_after)) return Number(retry_after);
  const seconds = (Date.parse(retry_after) - Date.parse(date ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
