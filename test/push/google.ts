import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { promisify } from 'node:util';

/** What Chromium needs to subscribe and to be told: stands in for Google's three services, on this machine. */
export interface Google {
  /** Chromium's arguments that lead it here. */
  args: string[];
  url: string;
  /** What was posted for a browser, oldest first. */
  posted: { headers: IncomingHttpHeaders; bytes: number }[];
  close(): Promise<void>;
}

/** Message tags of the connection on which a browser is told (MCS, google/mcs.proto in Chromium). */
const tags = { login_response: 3, data_message: 8 };
const mcs_version = 41;

/** A browser's registration: the token in its endpoint, and the app and sender it is known by. */
interface Registration {
  app: string;
  sender: string;
  subtype: string;
}

/**
 * Check-in gives the browser an id, registration a token, and over the connection it keeps open a message posted to
 * `/…/<token>` reaches it, still encrypted. Needs the program openssl, for the certificate of that connection.
 */
export async function startGoogle(): Promise<Google> {
  const registrations = new Map<string, Registration>();
  const posted: Google['posted'] = [];
  const sockets = new Set<TLSSocket>();

  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (request.url === '/checkin') return response.end(checkIn());
    if (request.url === '/register') return response.end(register(new URLSearchParams(body.toString())));
    const registration = registrations.get(request.url!.slice(request.url!.lastIndexOf('/') + 1));
    if (!registration) return response.writeHead(404).end();
    posted.push({ headers: request.headers, bytes: body.length });
    response.writeHead(201).end();
    const frame = framed(tags.data_message, dataMessage(registration, body));
    for (const socket of sockets) socket.write(frame);
  });

  function register(form: URLSearchParams): string {
    const token = `token-${randomUUID()}`;
    const subtype = form.get('X-subtype');
    if (subtype) {
      registrations.set(token, { app: form.get('app')!, sender: form.get('sender')!, subtype });
    }
    return `token=${token}`;
  }

  const mcs = createTlsServer(await selfSigned(), (socket) => {
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', () => {
      const login = Buffer.concat([text(1, 'login'), number(9, Date.now())]);
      socket.write(Buffer.concat([Buffer.of(mcs_version), framed(tags.login_response, login)]));
      sockets.add(socket);
    });
  });
  const [http_port, mcs_port] = await Promise.all([listen(http), listen(mcs)]);
  const url = `http://127.0.0.1:${http_port}`;
  return {
    url,
    posted,
    args: [
      `--gcm-checkin-url=${url}/checkin`,
      `--gcm-registration-url=${url}/register`,
      `--gcm-mcs-endpoint=https://127.0.0.1:${mcs_port}`,
      '--ignore-certificate-errors',
    ],
    async close() {
      for (const socket of sockets) socket.destroy();
      http.closeAllConnections();
      await Promise.all([http, mcs].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function listen(server: {
  listen(port: number, host: string, done: () => void): unknown;
  address(): unknown;
}) {
  return new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function selfSigned(): Promise<{ key: Buffer; cert: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-google-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-days', '2'];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject],
  ]);
  const pair = { key: await readFile(key), cert: await readFile(cert) };
  await rm(folder, { recursive: true });
  return pair;
}

/** AndroidCheckinResponse: it went well, the time, and who the browser is from now on. */
function checkIn(): Buffer {
  return Buffer.concat([number(1, 1), number(3, Date.now()), fixed(7, 4_711n), fixed(8, 815n)]);
}

/** DataMessageStanza: to which registration, how long it was good for, and the message as it was posted. */
function dataMessage({ app, sender, subtype }: Registration, body: Buffer): Buffer {
  const pair = (key: string, value: string) => bytes(7, Buffer.concat([text(1, key), text(2, value)]));
  return Buffer.concat([
    ...[text(2, randomUUID()), text(3, sender), text(5, app)],
    ...[pair('subtype', subtype), pair('content-encoding', 'aes128gcm')],
    ...[text(9, randomUUID()), number(17, 3_600), number(18, Date.now()), bytes(21, body)],
  ]);
}

function framed(tag: number, message: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), varint(message.length), message]);
}

// Protocol buffers: a field is its number and kind, then its value.

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function fixed(field: number, value: bigint): Buffer {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64LE(value);
  return Buffer.concat([varint((field << 3) | 1), eight]);
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value));
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

function varint(value: number): Buffer {
  const parts: number[] = [];
  let rest = BigInt(value);
  for (; rest > 127n; rest >>= 7n) parts.push(Number(rest & 127n) | 128);
  return Buffer.of(...parts, Number(rest));
}
