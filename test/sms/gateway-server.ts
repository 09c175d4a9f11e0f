import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway was asked. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What it does with a request: answers, says nothing for ever, or hangs up without a word. */
export type Mood = ((asked: Asked) => { status: number; body: string }) | 'silent' | 'hang_up';

/** A gateway on a port of its own, in any mood; what it was asked is kept, in order. */
export interface GatewayServer {
  url: string;
  asked: Asked[];
  mood: Mood;
  /** The port is closed: nobody is there. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startGateway(mood: Mood): Promise<GatewayServer> {
  const asked: Asked[] = [];
  let server: Server = create();
  let port = 0;

  function create(): Server {
    return createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const { pathname, searchParams } = new URL(request.url!, 'http://gateway');
        const said: Asked = {
          ...{ method: request.method!, path: pathname, query: searchParams, headers: request.headers },
          body: Buffer.concat(chunks).toString(),
        };
        asked.push(said);
        if (gateway.mood === 'hang_up') request.socket.destroy();
        else if (gateway.mood !== 'silent') {
          const { status, body } = gateway.mood(said);
          response.writeHead(status).end(body);
        }
      });
    });
  }

  async function listen(): Promise<void> {
    server = create();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  }

  const gateway: GatewayServer = {
    url: '',
    asked,
    mood,
    goDown: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    comeBack: listen,
  };
  await listen();
  gateway.url = `http://127.0.0.1:${port}`;
  return gateway;
}
