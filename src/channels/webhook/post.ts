import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { AddressRefused } from '../../lib/public-address.ts';
import type { Guard } from './guard.ts';
import { answer_bytes_max, idle_ms } from './limits.ts';

/** What came of one request: an answer, or why there was none. */
export type Answer =
  | { http_status: number; retry_after: string | undefined }
  | { http_status: null; error: string };

/** Posts bytes to addresses that others gave us. */
export interface Poster {
  /** Never rejects. `signal` ends a request that hangs. Redirects are answers like any other. */
  post(url: string, headers: Record<string, string>, body: string, signal: AbortSignal): Promise<Answer>;
  close(): void;
}

export function openPoster(guard: Guard): Poster {
  const kept = { keepAlive: true, timeout: idle_ms };
  const agents = { 'http:': new HttpAgent(kept), 'https:': new HttpsAgent(kept) };

  async function post(...[address, headers, body, signal]: Parameters<Poster['post']>): Promise<Answer> {
    const url = new URL(address);
    const wrong = guard.whyNot(url);
    if (wrong !== null) return { http_status: null, error: 'address_refused' };
    const ask = (agent: HttpAgent | false) =>
      send(url, { method: 'POST', headers, signal, agent, lookup: guard.lookup }, body);
    try {
      return await ask(agents[url.protocol as 'http:' | 'https:']).catch((error) => {
        if (!(error instanceof Stale)) throw error;
        return ask(false);
      });
    } catch (error) {
      return { http_status: null, error: whyNoAnswer(error as NodeJS.ErrnoException, signal) };
    }
  }

  return {
    post,
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** A connection that was kept open was closed by the other end just when we used it: no news about the receiver. */
class Stale extends Error {}

interface Asked {
  method: string;
  headers: Record<string, string>;
  signal: AbortSignal;
  agent: HttpAgent | false;
  lookup: Guard['lookup'];
}

function send(url: URL, asked: Asked, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, asked);
    request.on('error', (error: NodeJS.ErrnoException) => {
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new Stale() : error);
    });
    request.on('response', (response) => {
      drain(response);
      resolve({ http_status: response.statusCode!, retry_after: response.headers['retry-after'] });
    });
    request.end(body);
  });
}

/** Reads on in the background, since only then the connection can be used again; not for ever. */
function drain(response: IncomingMessage): void {
  let bytes = 0;
  response.on('error', () => {});
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > answer_bytes_max) response.destroy();
  });
}

/** A code for people who look at the log, and the system's own word behind it. */
function whyNoAnswer(error: NodeJS.ErrnoException, signal: AbortSignal): string {
  if (signal.aborted) return signal.reason?.name === 'TimeoutError' ? 'timeout' : 'given_up';
  if (error instanceof AddressRefused) return 'address_refused';
  const [first] = error instanceof AggregateError ? (error.errors as NodeJS.ErrnoException[]) : [error];
  const code = first?.code ?? error.code ?? 'unknown';
  if (['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EREFUSED', 'EAI_AGAIN'].includes(code))
    return `name_not_found: ${code}`;
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)) return `certificate_refused: ${code}`;
  return `connection_failed: ${code}`;
}
