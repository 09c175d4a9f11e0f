import { createECDH, createPublicKey, type ECDH, randomBytes, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PushPayload } from '../../src/channels/push/payload.ts';
import { decrypt } from './decrypt.ts';

/** How the service treats a device for once: an answer, silence for a time, or a connection that breaks. */
export type Manner =
  | { status: number; headers?: Record<string, string>; body?: string }
  | { silent_ms: number }
  | 'hang up';

/** A browser that has subscribed. */
export interface TestBrowser {
  endpoint: string;
  ecdh: ECDH;
  auth: Buffer;
  /** What it was sent, oldest first. */
  received: Received[];
  /** For the next messages; when it is used up, they are taken. */
  manners: Manner[];
}

export interface Received {
  headers: IncomingHttpHeaders;
  body: Buffer;
  payload: PushPayload;
  /** Of the VAPID token, whose signature has been checked. */
  claims: { aud: string; exp: number; sub: string };
  server_key: string;
}

export interface PushService {
  url: string;
  subscribe(): TestBrowser;
  /** Refuses connections until it is back, at the same address. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

/** A push service as RFC 8030 and 8292 describe it, which also decrypts what it should not be able to read. */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, TestBrowser>();
  const server = createServer(async (request, response) => {
    const browser = browsers.get(request.url!);
    if (!browser) return response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    browser.received.push(read(browser, request.headers, body));
    const manner = browser.manners.shift() ?? { status: 201 };
    if (manner === 'hang up') return request.socket.destroy();
    if ('silent_ms' in manner) await sleep(manner.silent_ms, null, { ref: false });
    const { status, headers, body: answer } = 'status' in manner ? manner : { status: 201 };
    return response.writeHead(status!, headers).end(answer);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    subscribe() {
      const path = `/push/${randomUUID()}`;
      const ecdh = createECDH('prime256v1');
      ecdh.generateKeys();
      const browser: TestBrowser = {
        ...{ endpoint: url + path, ecdh, auth: randomBytes(16), received: [], manners: [] },
      };
      browsers.set(path, browser);
      return browser;
    },
    goDown: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    comeBack: () => listen(port),
  };
}

function read({ ecdh, auth }: TestBrowser, headers: IncomingHttpHeaders, body: Buffer): Received {
  const { token, server_key } = readAuthorization(headers.authorization ?? '');
  return {
    ...{ headers, body, server_key, claims: checkToken(token, server_key) },
    payload: JSON.parse(decrypt(body, ecdh, auth).toString()),
  };
}

/** `vapid t=<token>, k=<key>` */
function readAuthorization(value: string): { token: string; server_key: string } {
  const parts = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/.exec(value);
  if (!parts) throw new Error(`no VAPID: ${value}`);
  return { token: parts[1]!, server_key: parts[2]! };
}

/** The claims of a token. Throws when the key did not sign it with ES256. */
function checkToken(token: string, server_key: string): Received['claims'] {
  const [head, claims, signature] = token.split('.') as [string, string, string];
  const point = Buffer.from(server_key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed || decode(head).alg !== 'ES256') throw new Error('the token is not signed by its key');
  return decode(claims);
}
