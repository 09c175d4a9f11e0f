// What the browser keeps running beside our pages: shows what is told on this device, and shows the last orders seen
// when there is no network. The server puts `settings` in front of it: see src/web/app/worker.ts.
/* global settings */

const pages_cache = `tidings-pages${settings.base}`;
const files_cache = `tidings-files${settings.base}`;
const pass_cache = 'tidings-device';
/** Our own note on a copy: when the page was seen, epoch milliseconds. */
const seen_header = 'Tidings-Seen';
const order_page = new RegExp(`^${settings.base}/orders/[^/]+$`);
/** The list of orders as it begins: what was searched in it is not kept. */
const isList = ({ pathname, search }) => pathname === settings.orders && search === '';
/** Signing out, leaving this device, and asking to be forgotten. */
const isEnd = ({ pathname }) => settings.leaves.includes(pathname) || pathname.endsWith('/privacy/erase');
const isKept = (url) => order_page.test(url.pathname) || isList(url);
const file_name = new RegExp(`${settings.base}/assets/[\\w.-]+`, 'g');

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(
    caches.open(files_cache).then((cache) => cache.addAll([...settings.files, settings.offline])),
  );
});

addEventListener('activate', (event) => {
  event.waitUntil(begin());
});

/** The pages that were open before there was a worker have not been seen by it. */
async function begin() {
  await Promise.all([clients.claim(), registration.navigationPreload?.enable(), tidy()]);
  const open_pages = (await clients.matchAll({ type: 'window' })).map(({ url }) => new URL(url));
  await Promise.all(open_pages.filter(isKept).map(({ pathname }) => keepAnew(pathname)));
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== 'GET') {
    if (isEnd(url)) event.waitUntil(forgetEverything());
  } else if (request.mode === 'navigate') {
    event.respondWith(open(event, url));
  } else if (settings.files.includes(url.pathname) || url.pathname.startsWith(`${settings.base}/assets/`)) {
    event.respondWith(fileFor(request));
  } else if (order_page.test(url.pathname)) {
    event.respondWith(refresh(event, url));
  }
});

/** A page: from the server; only when that cannot be reached, a copy. */
async function open(event, url) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isKept(url)) event.waitUntil(seen(url, answer.clone()));
    return answer;
  } catch {
    return withoutNetwork(url);
  }
}

/** An open page asks whether there is news: where there is, the copy gets it too. */
async function refresh(event, url) {
  const answer = await fetch(event.request);
  const over = answer.type === 'opaqueredirect';
  if (answer.status === 200 || over) event.waitUntil(over ? forget([url.pathname]) : keepAnew(url.pathname));
  return answer;
}

/** Our own files have an address that changes with their content: a copy is as good. */
async function fileFor(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** What is kept is the page itself, not the one that also says what was done a moment ago. */
function seen(url, answer) {
  return url.search === '' || answer.status !== 200 ? keep(url.pathname, answer) : keepAnew(url.pathname);
}

async function keepAnew(path) {
  await keep(path, await fetch(path, { redirect: 'manual' }));
}

/**
 * Keeps the copy of an order's page, or of the list, if the server permits it: for as long as its session lasts, and together with
 * no page of another session. An order that no longer opens is forgotten.
 */
async function keep(path, answer) {
  // The server is in trouble; that says nothing about the order.
  if (answer.status >= 500 || answer.status === 429) return;
  const permit = answer.headers.get(settings.copy_header);
  if (answer.status !== 200 || !permit) return forget([path]);
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete('Content-Encoding');
  headers.set(seen_header, String(Date.now()));
  const files = await caches.open(files_cache);
  for (const name of filesOf(text)) if (!(await files.match(name))) await files.add(name);
  const pages = await caches.open(pages_cache);
  await pages.put(path, new Response(text, { headers }));
  await tidy(permitOf(headers).session);
}

function filesOf(text) {
  return new Set(
    [...text.matchAll(file_name)].map(([name]) => name).filter((name) => !name.endsWith('.png')),
  );
}

/** Whose session a page was seen in, and until when that lasts. */
function permitOf(headers) {
  const [session, until_s] = headers.get(settings.copy_header).split(' ');
  return { session, until_ms: Number(until_s) * 1000 };
}

/** Every copy there is, the one seen last first. */
async function copies() {
  const pages = await caches.open(pages_cache);
  const found = await Promise.all(
    (await pages.keys()).map(async (request) => {
      const answer = await pages.match(request);
      const { headers } = answer;
      return {
        path: new URL(request.url).pathname,
        answer,
        seen: Number(headers.get(seen_header)),
        ...permitOf(headers),
      };
    }),
  );
  return found.sort((one, other) => other.seen - one.seen);
}

/** Forgets what is over, what is too much, what another session has seen, and files that no page needs any more. */
async function tidy(session) {
  const all = await copies();
  const orders = all.filter(({ path }) => path !== settings.orders);
  const stays = (copy) =>
    copy.until_ms > Date.now() &&
    orders.indexOf(copy) < settings.copies_max &&
    (session === undefined || copy.session === session);
  await forget(all.filter((copy) => !stays(copy)).map(({ path }) => path));
  const needed = new Set([...settings.files, settings.offline]);
  for (const { answer } of all.filter(stays)) {
    for (const name of filesOf(await answer.text())) needed.add(name);
  }
  const files = await caches.open(files_cache);
  for (const request of await files.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await files.delete(request);
  }
}

async function forget(paths) {
  const pages = await caches.open(pages_cache);
  for (const path of paths) await pages.delete(path);
}

/** The reader leaves this device: no copy stays, nothing is told here any more, and nothing told is still shown. */
async function forgetEverything() {
  await Promise.all([caches.delete(pages_cache), caches.delete(pass_cache)]);
  const subscription = await registration.pushManager?.getSubscription();
  await subscription?.unsubscribe();
  for (const shown of await registration.getNotifications()) shown.close();
}

/** The copy, saying as of when it is; for everything else the page that lists the copies. */
async function withoutNetwork(url) {
  const all = (await copies()).filter(({ until_ms }) => until_ms > Date.now());
  const beginning = [settings.start, `${settings.base}/`].includes(url.pathname);
  if (beginning && all[0]) return Response.redirect(all[0].path);
  // Without a network nothing is searched: the list is shown as it was.
  const copy = all.find(({ path }) => path === url.pathname)?.answer;
  const page = copy ?? (await caches.match(settings.offline));
  if (!page) return Response.error();
  const text = await page.text();
  const shown = copy ? text.replace('id="as-of" hidden', 'id="as-of"') : listed(text, all);
  return new Response(shown, { headers: page.headers });
}

function listed(text, all) {
  if (all.length === 0) return text;
  const orders = all.filter(({ path }) => path !== settings.orders);
  const items = orders.map(({ path }) => `<li><a href="${path}">${escaped(numberIn(path))}</a></li>`);
  const list = orders.length < all.length ? text.replace('id="kept-list" hidden', 'id="kept-list"') : text;
  return list
    .replace('id="kept" hidden', 'id="kept"')
    .replace('<ul class="kept">', (list) => list + items.join(''));
}

function numberIn(path) {
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

addEventListener('push', (event) => {
  event.waitUntil(Promise.all([show(messageIn(event.data)), tidy()]));
});

/** A push that cannot be read must still show something: the browser would say something of its own. */
function messageIn(data) {
  try {
    const message = data.json();
    if (typeof message.title === 'string') return message;
  } catch {}
  return { id: '', title: settings.shop, body: '', tag: 'unread', link: settings.start };
}

/** The newest state of an order takes the place of the one before, and rings; the same again does not. */
async function show({ id, title, body, lang, dir, tag, at_ms, page, link }) {
  const before = await registration.getNotifications({ tag });
  const renotify = !before.some(({ data }) => data?.id === id);
  const looks = { icon: settings.icon, badge: settings.icon, timestamp: at_ms };
  await registration.showNotification(title, {
    body,
    lang,
    dir,
    tag,
    renotify,
    ...looks,
    data: { id, page, link },
  });
}

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(bringForward(event.notification.data ?? {}));
});

/** The order's page where it is open; else the link, which also opens it when the session is over. */
async function bringForward({ page, link }) {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const shown = windows.find(({ url }) => new URL(url).pathname === page);
  if (shown) return shown.focus();
  const target = new URL(link ?? settings.start, location.origin);
  return clients.openWindow(target.origin === location.origin ? target.href : settings.start);
}

/** The browser gave itself a new address: whatever it was told about, it is told there. */
addEventListener('pushsubscriptionchange', (event) => event.waitUntil(move(event.newSubscription)));

async function move(given) {
  const cache = await caches.open(pass_cache);
  const pass = await (await cache.match(`${settings.base}/worker.js`))?.text();
  if (!pass) return;
  const { pushManager } = registration;
  const subscription =
    given ??
    (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: settings.server_key }));
  const { p256dh, auth } = subscription.toJSON().keys;
  const body = new URLSearchParams({ pass, endpoint: subscription.endpoint, p256dh, auth });
  const answer = await fetch(settings.renewed, { method: 'POST', body });
  if (answer.ok) await cache.put(`${settings.base}/worker.js`, new Response((await answer.json()).pass));
}
