import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** One request to a gateway. */
export interface GatewayCall {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

/** What it said, or why nothing is known of it: `away`, nobody was there; `unknown`, the request had left. */
export type GatewayAnswer =
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'away' | 'unknown'; error: string };

const connect_timeout_ms = 5_000;
/** Kannel answers when its bearerbox has stored the text; Twilio gives its clients 15 seconds. */
const answer_timeout_ms = 20_000;
/** No gateway says more; what does is no gateway. */
const answer_bytes_max = 64 * 1024;

/**
 * Calls a gateway. Never throws, follows no redirect. Each call has a connection of its own: one that was kept open
 * may be closed by the other side just when a text leaves on it, and nobody could tell whether it arrived.
 */
export function callGateway(call: GatewayCall, signal: AbortSignal): Promise<GatewayAnswer> {
  const secure = call.url.protocol === 'https:';
  const { promise, resolve } = Promise.withResolvers<GatewayAnswer>();
  let handed_over = false;
  const body = call.body === undefined ? null : Buffer.from(call.body);
  const request = (secure ? requestHttps : requestHttp)(call.url, {
    method: call.method,
    headers: { ...call.headers, ...(body ? { 'Content-Length': body.length } : {}) },
    agent: false,
    signal,
  });
  const timer = setTimeout(() => request.destroy(timedOut()), connect_timeout_ms);
  request.once('socket', (socket) => {
    // Nothing leaves before: with TLS the certificate is judged first.
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      handed_over = true;
      timer.refresh();
      socket.setTimeout(answer_timeout_ms, () => request.destroy(timedOut()));
      clearTimeout(timer);
    });
  });
  request.once('response', (response) => {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= answer_bytes_max) chunks.push(chunk);
      else response.destroy(new Error('answer_too_long'));
    });
    response.once('end', () => {
      resolve({ kind: 'answered', status: response.statusCode!, body: Buffer.concat(chunks).toString() });
    });
    response.once('error', failed);
  });
  request.once('error', failed);
  request.end(body ?? undefined);

  function failed(error: NodeJS.ErrnoException): void {
    resolve({ kind: handed_over ? 'unknown' : 'away', error: reasonOf(error) });
  }
  return promise.finally(() => {
    clearTimeout(timer);
    request.destroy();
  });
}

function timedOut(): NodeJS.ErrnoException {
  return Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
}

/** `connection_refused (ECONNREFUSED)`: what the operator is shown. */
function reasonOf({ code = '', name }: NodeJS.ErrnoException): string {
  const aborted = name === 'AbortError' || name === 'TimeoutError';
  const reason = aborted
    ? 'timed_out'
    : (REASONS[code] ?? (isTls(code) ? 'tls_failed' : 'connection_failed'));
  return code === '' || aborted ? reason : `${reason} (${code})`;
}

function isTls(code: string): boolean {
  return /CERT|TLS|SSL|EPROTO/.test(code);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'name_not_found',
  EAI_AGAIN: 'name_not_found',
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_closed',
  EPIPE: 'connection_closed',
  ETIMEDOUT: 'timed_out',
};
