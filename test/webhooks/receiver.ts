import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One request as it arrived. */
export interface Arrival {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Of the header `webhook-id`. */
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a receiver would parse
  message: any;
}

type Manner = (response: ServerResponse, arrival: Arrival) => void;

export const answers =
  (status: number, headers: Record<string, string> = {}): Manner =>
  (response) =>
    response.writeHead(status, headers).end();
/** Takes the request and says nothing, ever. */
export const hangs: Manner = () => {};

/** A system that listens, over a real socket; each path may have manners of its own. */
export interface Receiver {
  url: string;
  arrived: Arrival[];
  /** Of one path, in order. */
  at(path: string): Arrival[];
  behave(path: string, manner: Manner): void;
  /** Hangs up on everybody, and can be reached no more. */
  goDown(): Promise<void>;
  /** Listens on the same port again. */
  comeBack(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const arrived: Arrival[] = [];
  const manners = new Map<string, Manner>();
  let server: Server;

  async function listen(port: number): Promise<void> {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      request.on('error', () => {});
      for await (const chunk of request) chunks.push(chunk);
      const { url: path = '', headers } = request;
      const body = Buffer.concat(chunks).toString();
      const arrival = { path, headers, body, id: String(headers['webhook-id']), message: JSON.parse(body) };
      arrived.push(arrival);
      (manners.get(path) ?? answers(204))(response, arrival);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  }

  await listen(0);
  const { port } = server!.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    at: (path) => arrived.filter((arrival) => arrival.path === path),
    behave: (path, manner) => void manners.set(path, manner),
    comeBack: () => listen(port),
    goDown: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What the receiver's library makes of a message; throws when the signature does not fit. */
export function verified(secret: string, arrival: Arrival): unknown {
  return new Webhook(secret).verify(arrival.body, arrival.headers as Record<string, string>);
}
