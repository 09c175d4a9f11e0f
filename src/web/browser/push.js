// The order page as an app: starts the worker (worker.js), which keeps a copy for when there is no network, and runs
// the button "Tell me on this device". Without it the page is complete, and mails come all the same.

const section = document.getElementById('device');
const [status, button] = section.children;
const words = section.dataset;

/** A browser whose push service cannot be reached waits for it without an end. */
const subscribe_limit_ms = 20_000;
/** Where the worker finds the pass it moves our orders with, should the browser change its address. */
const pass_cache = 'tidings-device';

let state = 'off';

if ('serviceWorker' in navigator) await start();

async function start() {
  const registered = navigator.serviceWorker.register(words.worker, { updateViaCache: 'none' });
  // In private windows and where the reader forbids it.
  if (!(await registered.catch(() => null))) return;
  if ('PushManager' in window && 'Notification' in window) {
    button.addEventListener('click', press);
    // Allowed or forbidden in the settings of the browser meanwhile.
    const permission = await navigator.permissions?.query({ name: 'notifications' }).catch(() => null);
    permission?.addEventListener('change', async () => show(await find()));
    const found = await find();
    // Whoever forbade it knows: it is said to who has just tried.
    if (found !== 'blocked') show(found);
  } else if (navigator.standalone === false) {
    // Only an iPhone or iPad says this, and there only what is on the home screen is told anything.
    show('install');
  }
}

/** How it stands, without asking anybody anything. */
async function find() {
  if (Notification.permission === 'denied') return 'blocked';
  const subscription = await current();
  if (!subscription) return 'off';
  try {
    const { devices, key } = await ask();
    return isFor(subscription, key) && devices.includes(await idOf(subscription)) ? 'on' : 'off';
  } catch {
    return 'off';
  }
}

function show(new_state) {
  state = new_state;
  const offers = ['off', 'failed', 'on'].includes(state);
  button.hidden = !offers;
  button.textContent = state === 'on' ? words.stop : words.offer;
  status.textContent = words[state] ?? '';
  section.hidden = false;
}

async function press() {
  if (section.ariaBusy === 'true') return;
  section.ariaBusy = 'true';
  try {
    show(state === 'on' ? await switchOff() : await switchOn());
  } catch (error) {
    show(
      error.name === 'NotAllowedError' ? 'blocked' : error.name === 'NotSupportedError' ? 'unable' : 'failed',
    );
  }
  section.ariaBusy = 'false';
}

/** The question to the reader comes first: a browser only allows it right after the click. */
async function switchOn() {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'off';
  const { token, key } = await ask();
  const { pass } = await post('', { token, ...describe(await subscribe(key)) });
  const cache = await caches.open(pass_cache);
  await cache.put(words.worker, new Response(pass));
  return 'on';
}

async function switchOff() {
  const subscription = await current();
  const { token } = await ask();
  const { unused } = await post('/off', { token, endpoint: subscription.endpoint });
  if (unused) await subscription.unsubscribe();
  return 'off';
}

async function current() {
  const registration = await navigator.serviceWorker.ready;
  return registration.pushManager.getSubscription();
}

/** The browser has one subscription for all orders; one made for a key that is no longer ours reaches nobody. */
async function subscribe(key) {
  const kept = await current();
  if (kept && isFor(kept, key)) return kept;
  await kept?.unsubscribe();
  const { pushManager } = await navigator.serviceWorker.ready;
  const limit = new Promise((_, reject) =>
    setTimeout(reject, subscribe_limit_ms, new Error('no push service')),
  );
  return Promise.race([pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }), limit]);
}

function isFor(subscription, key) {
  return base64url(subscription.options.applicationServerKey) === key;
}

function describe(subscription) {
  const { p256dh, auth } = subscription.toJSON().keys;
  return { endpoint: subscription.endpoint, p256dh, auth };
}

/** As the server names a device: the endpoint itself is a secret. */
async function idOf({ endpoint }) {
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes ?? [])))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function ask() {
  return answerTo(fetch(words.device, { redirect: 'error' }));
}

function post(path, fields) {
  return answerTo(
    fetch(words.device + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'error' }),
  );
}

async function answerTo(call) {
  const answer = await call;
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
