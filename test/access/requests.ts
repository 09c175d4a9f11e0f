import { randomUUID } from 'node:crypto';
import type { Ask } from './asking.ts';
import { CUSTOMER, NUMBER, SELLER, type Victim } from './victim.ts';

/** What is asked about: what the victim has, and a link that nobody wrote. */
interface About {
  victim: Victim;
  forged_link: string;
}

/** What pages want to be asked with. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /orders/:number/cancel': '?line=1',
  'GET /orders/:number/withdraw/review': '?units-0=1',
  'GET /orders/:number/help/:topic': `?seller=${SELLER}`,
};

/** A page or a form, asked for about the victim. `GET /orders/:number` */
export function askFor(route: string, { victim, forged_link }: About): Ask {
  const method = route.slice(0, route.indexOf(' '));
  const path = pathOf(route.slice(method.length + 1), { victim, forged_link });
  if (method === 'GET') return { method, path: path + (QUERIES[route] ?? '') };
  return { method, path, body: form(victim) };
}

function pathOf(path: string, { victim, forged_link }: About): string {
  const token = path.startsWith('/o/') ? forged_link.slice('/o/'.length) : 'a'.repeat(40);
  const { person, invitation } = victim.staff[path.startsWith('/operator/') ? 'operator' : 'desk'];
  return path
    .replace('/people/invitations/:id', `/people/invitations/${invitation}`)
    .replace('/people/:id', `/people/${person}`)
    .replace(':number', NUMBER)
    .replace(':case', victim.case)
    .replace(':topic', 'question')
    .replace(':token', token)
    .replace('/withdrawals/:id', `/withdrawals/${victim.withdrawal}`)
    .replace('/dev/inbox/:id', `/dev/inbox/${victim.inbox}`)
    .replace(':name', 'app.css')
    .replace(':type', 'order_confirmed')
    .replace(':locale', 'en');
}

/** What any form of ours could want, all at once: of the victim's, as far as it names things. */
export function form(victim: Victim): URLSearchParams {
  return new URLSearchParams({
    ...{
      number: NUMBER,
      email: 'other@example.net',
      name: 'Other',
      token: 'x',
      form: randomUUID(),
      locale: 'en',
    },
    ...{
      line: '1',
      quantity: '1',
      units: '[["1",1]]',
      decision: 'cancel',
      lines: '1',
      wait: '1',
      act: 'close',
      role: 'viewer',
      step: 'confirm',
    },
    ...{ message: 'Hello', text: 'Hello', code: '000000', password: 'correct horse battery', confirm: '1' },
    ...{ id: victim.unmatched, subject_key: `order:${NUMBER}`, notification_id: victim.notification },
    ...{ order_number: NUMBER, channel: 'email', last_error: '', back: '/', case: victim.case, session: 'x' },
    ...{
      line1: 'Elsewhere 1',
      city: 'Elsewhere',
      postal_code: '00-001',
      country: 'PL',
      phone: '+48600100999',
    },
    ...{
      delivery_option: 'expedited',
      pickup_point: 'X1',
      declaration: 'x',
      endpoint: 'https://push.invalid/',
    },
  });
}

interface Operation {
  requestBody?: { content: Record<string, { example?: unknown }> };
  security?: unknown[];
}

/** One operation of our own OpenAPI document, asked for about the victim. */
export interface Operating {
  /** `post /v1/orders/{number}/refunds` */
  of: string;
  /** It asks for no key. */
  open: boolean;
  wish: Ask;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export function operationsOf({ paths }: { paths: object }, victim: Victim): Operating[] {
  return Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      if (!operation) return [];
      const open = (operation.security ?? []).length === 0;
      return [{ of: `${method} ${path}`, open, wish: wishOf(method, path, operation, victim) }];
    }),
  );
}

function wishOf(method: string, path: string, { requestBody }: Operation, victim: Victim): Ask {
  const wish: Ask = { method: method.toUpperCase(), path: idsIn(path, victim) };
  const json = requestBody?.content['application/json'];
  if (!json) return wish;
  const body = JSON.stringify(ofVictim(json.example ?? {}, victim));
  return { ...wish, type: 'application/json', body };
}

function idsIn(path: string, victim: Victim): string {
  const ids: Record<string, string> = {
    ...{ shipments: victim.shipment, refunds: victim.refund, customers: CUSTOMER, sellers: SELLER },
    ...{ cases: victim.case, notifications: victim.notification, 'webhook-endpoints': victim.endpoint },
    ...{ 'api-keys': victim.key, deliveries: 'x', erasures: 'x' },
    ...{ people: victim.staff.desk.person, invitations: victim.staff.desk.invitation },
  };
  return path
    .replace('{number}', NUMBER)
    .replace(/\/([\w-]+)\/\{id\}/, (_, things: string) => `/${things}/${ids[things] ?? 'x'}`)
    .replace(/\{\w+\}/g, 'x');
}

/** An example of the document, about the victim's order and parcel. */
function ofVictim(example: unknown, victim: Victim): unknown {
  if (Array.isArray(example)) return example.map((one) => ofVictim(one, victim));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => {
      if (name === 'number' && typeof value === 'string') return [name, NUMBER];
      if (name === 'tracking_number') return [name, victim.tracking_number];
      return [name, ofVictim(value, victim)];
    }),
  );
}
