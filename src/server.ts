import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** Answers a request; a Hono application's `fetch` is one. */
export type Fetch = Parameters<typeof getRequestListener>[0];

/** A web server that holds its address. */
export interface Listener {
  /** Where it answers, with the port the system chose when 0 was asked for; no trailing slash. */
  url: string;
  /** From now on requests go to `fetch`. Before that every one is answered 503. */
  serve(fetch: Fetch): void;
  /** Takes no new requests and waits for those under way, but not for ever. */
  close(): Promise<void>;
}

/** Longer than a proxy's usual 60 s, so that the proxy closes first and never writes into a closed connection. */
const keep_alive_timeout_ms = 65_000;
const headers_timeout_ms = 10_000;
/** From the first byte to the last of a request: 8 MiB on a slow line. */
const request_timeout_ms = 60_000;
const close_limit_ms = 10_000;
const close_poll_ms = 25;

/** Binds the address, so that a taken port is known before anything else is begun. Throws a readable error. */
export async function listen(options: { host: string; port: number }): Promise<Listener> {
  let answer: Fetch = starting;
  const server = createServer(
    {
      keepAliveTimeout: keep_alive_timeout_ms,
      headersTimeout: headers_timeout_ms,
      requestTimeout: request_timeout_ms,
    },
    getRequestListener((request, bindings) => answer(request, bindings)),
  );
  server.on('clientError', answerUnreadable);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(readable(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  return {
    url: address(options.host, (server.address() as AddressInfo).port),
    serve: (fetch) => {
      answer = fetch;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that stays open for its next request would hold us; it is idle as soon as it was answered.
      const poll = setInterval(() => server.closeIdleConnections(), close_poll_ms);
      const limit = setTimeout(() => server.closeAllConnections(), close_limit_ms);
      await closed;
      clearInterval(poll);
      clearTimeout(limit);
    },
  };
}

function starting(): Response {
  return problem(503, 'starting', 'Tidings is starting. Ask again in a second.', { 'retry-after': '1' });
}

/** What is not even HTTP never reaches the application; it gets its problem document here. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: import('node:stream').Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = unreadable[error.code ?? ''] ?? 400;
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    code: 'unreadable_request',
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const unreadable: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function problem(status: number, code: string, detail: string, headers: Record<string, string>): Response {
  return Response.json(
    { type: 'about:blank', title: STATUS_CODES[status], status, code, detail },
    { status, headers: { ...headers, 'content-type': 'application/problem+json' } },
  );
}

function readable(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} of ${host} is taken by another program. Stop it or set PORT.`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} needs an account with more rights. Set PORT to 1024 or more.`, {
      cause: error,
    });
  }
  return new Error(`Cannot listen on ${host}: ${error.message}. Set HOST.`, { cause: error });
}

function address(host: string, port: number): string {
  // Bound to every address it is reached by any; the browser of this machine knows this one.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
