// The order page while it is open: brings itself up to date without moving anything under the reader's thumb.
// Everything here is on top: without it the page is complete, only as of the moment it was loaded.

const order = document.getElementById('order');

/** After this long without a touch or a key the reader is taken to be reading, not pressing. */
const quiet_ms = 1200;
/** However often it fails, it asks again at least this often. */
const refresh_max_s = 600;

/** Each part of the page as the server wrote it last: what the reader opened in it is no difference. */
const written = new Map();
let etag = order?.dataset.etag;
let failures = 0;
let touched_at = 0;
let asked_at = Date.now();
let timer = 0;

if (order) {
  for (const part of parts(order)) written.set(part.id, part.outerHTML);
  for (const type of ['pointerdown', 'keydown', 'touchmove', 'wheel']) {
    addEventListener(type, () => (touched_at = Date.now()), { passive: true });
  }
  document.addEventListener('visibilitychange', schedule);
  addEventListener('online', () => schedule(0));
  addEventListener('offline', () => say(order.dataset.offline, true));
  schedule();
  // What was just done is read out, and the next key goes on from there.
  document.getElementById('just-canceled')?.focus({ preventScroll: true });
}
prepare(document);

function parts(root) {
  return root.querySelectorAll('[data-part]');
}

/** The wait grows with each failure, and with the age of the page; nothing is asked while nobody looks. */
function schedule(at_once) {
  clearTimeout(timer);
  if (document.hidden) return;
  const wait_s = Math.min(order.dataset.refreshS * 2 ** failures, refresh_max_s);
  const wait_ms = at_once === 0 ? 0 : Math.max(0, asked_at + wait_s * 1000 - Date.now());
  timer = setTimeout(refresh, wait_ms);
}

async function refresh() {
  asked_at = Date.now();
  try {
    const address = new URL(location.pathname, location.origin);
    address.searchParams.set('fragment', '');
    const answer = await fetch(address, { headers: { 'If-None-Match': etag }, redirect: 'manual' });
    // The session is over: stop asking; the page stays as it is, and reloading it asks for the address.
    if (answer.type === 'opaqueredirect') return;
    if (answer.status !== 200 && answer.status !== 304) throw new Error(String(answer.status));
    // The language was changed in another tab: a page in two languages helps nobody.
    if (answer.status === 200 && answer.headers.get('Content-Language') !== document.documentElement.lang)
      return;
    if (failures > 0) say('', false);
    failures = 0;
    // This was a copy; now it is the page.
    document.getElementById('as-of')?.setAttribute('hidden', '');
    if (answer.status === 200) await apply(await answer.text(), answer.headers.get('ETag'));
  } catch {
    failures += 1;
    if (failures === 2 || !navigator.onLine) say(order.dataset.offline, true);
  }
  schedule();
}

async function apply(text, new_etag) {
  while (Date.now() - touched_at < quiet_ms) await new Promise((resolve) => setTimeout(resolve, quiet_ms));
  const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('order');
  if (!fresh) return;
  const anchor = firstVisible();
  const before = anchor?.getBoundingClientRect().top;
  const changed = exchange(fresh);
  // A part that grew above what is being read must not push it away.
  const now = anchor && document.getElementById(anchor.id);
  if (now) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: 'instant' });
  order.dataset.refreshS = fresh.dataset.refreshS;
  if (changed.complete) etag = new_etag;
  const [first] = changed.parts;
  if (first) say(`${order.dataset.updated} ${first.querySelector('h1, h2')?.textContent ?? ''}`, false);
}

/** Puts in what is new, takes out what is gone, leaves alone what is the same or being used right now. */
function exchange(fresh) {
  const changed = { parts: [], complete: true };
  const arrived = [...parts(fresh)];
  const ids = new Set(arrived.map(({ id }) => id));
  for (const part of arrived) {
    const html = part.outerHTML;
    if (written.get(part.id) === html) continue;
    const old = document.getElementById(part.id);
    const focused = old?.contains(document.activeElement) ? document.activeElement : null;
    const added = document.importNode(part, true);
    const focused_anew = focused && counterpart(focused, added);
    // What the reader is on is not taken from under them: it waits until they have left it.
    if (focused && !focused_anew) {
      changed.complete = false;
      continue;
    }
    written.set(part.id, html);
    place(added, old, part);
    focused_anew?.focus({ preventScroll: true });
    changed.parts.push(added);
  }
  for (const old of [...parts(order)]) {
    if (ids.has(old.id)) continue;
    if (old.contains(document.activeElement)) {
      changed.complete = false;
      continue;
    }
    written.delete(old.id);
    old.remove();
  }
  return changed;
}

/** The same link, button or summary in the new part; null when it is gone from it. */
function counterpart(element, part) {
  const same = (other) =>
    ['href', 'id', 'data-copy'].every((name) => other.getAttribute(name) === element.getAttribute(name)) &&
    other.parentElement.id === element.parentElement.id;
  return [...part.querySelectorAll(element.localName)].find(same) ?? null;
}

/** Puts `added`, the copy of `part`, where `part` is on the fresh page; what was opened in `old` stays open. */
function place(added, old, part) {
  for (const details of old?.querySelectorAll('details[open]') ?? []) {
    added.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute('open', '');
  }
  old?.remove();
  const before = previousPart(part);
  if (before) document.getElementById(before.id).after(added);
  else (document.getElementById(part.parentElement.id) ?? order.querySelector('.columns')).prepend(added);
  added.classList.add('fresh');
  prepare(added);
}

function previousPart(part) {
  let before = part.previousElementSibling;
  while (before && !document.getElementById(before.id)) before = before.previousElementSibling;
  return before;
}

function firstVisible() {
  return [...parts(order)].find((part) => part.getBoundingClientRect().bottom > 0);
}

/** Read out by a screen reader; shown only when it matters to everybody. */
function say(text, shown) {
  const live = document.getElementById('live');
  live.textContent = text;
  live.classList.toggle('said', shown);
}

/** The small things scripts make easier. */
function prepare(root) {
  for (const button of root.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const name = button.textContent;
      button.textContent = button.dataset.copied;
      setTimeout(() => (button.textContent = name), 2000);
    });
  }
  for (const picture of root.querySelectorAll('img.cover')) {
    if (picture.complete && picture.naturalWidth === 0) withoutPicture(picture);
    else picture.addEventListener('error', () => withoutPicture(picture));
  }
  for (const select of root.querySelectorAll('[data-submit]')) {
    select.form.querySelector('[data-submit-button]').hidden = true;
    select.addEventListener('change', () => select.form.requestSubmit());
  }
}

/** A picture that is gone from the shop becomes what stands where there never was one: the first letter of the name. */
function withoutPicture(picture) {
  const tile = document.createElement('span');
  tile.className = 'cover';
  tile.ariaHidden = 'true';
  tile.textContent = picture.dataset.letter;
  picture.replaceWith(tile);
}
