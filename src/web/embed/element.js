// <tidings-order-status>: where an order is, on the shop's own page. Built by bundle.ts; no dependencies, no cookies.
// Everything a person or a shop wrote becomes text by textContent, never markup.

/** By locale: the words of the form. All others come with the order, in its reader's language. */
const WORDS = {};

/** Where this script came from answers it. */
const home = new URL('..', import.meta.url);
const slowest_s = 900;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block;container-type:inline-size;font:var(--tidings-font,inherit);color:var(--tidings-text,inherit);line-height:1.5;overflow-wrap:anywhere;
--accent:var(--tidings-accent,light-dark(#0b6b4f,#6fd6b0));--on-accent:var(--tidings-on-accent,light-dark(#fff,#06281e));
--warn:var(--tidings-warning,light-dark(#8a4b00,#f0b35e));--bad:var(--tidings-error,light-dark(#b3261e,#ff9d94));
--line:var(--tidings-line,color-mix(in srgb,currentColor 22%,transparent));--field:color-mix(in srgb,currentColor 55%,transparent);
--quiet:var(--tidings-quiet,color-mix(in srgb,currentColor 76%,transparent))}
:host([hidden]),[hidden]{display:none}
*{box-sizing:border-box}
h2,h3,p,ol,ul{margin:0;padding:0}
ol,ul{list-style:none}
h2{font-size:1em;font-weight:600}
h3{font-size:1.375em;line-height:1.25;text-wrap:balance}
.quiet,.when{color:var(--quiet)}
.quiet,.label,.steps{font-size:.875em}
.label{font-weight:600}
.warning .label{color:var(--warn)}
.bad .label{color:var(--bad)}
.card{border:1px solid var(--line);border-radius:var(--tidings-radius,.75em);padding:1em;margin-top:1em;background:var(--tidings-surface,transparent)}
.steps{display:grid;grid-auto-columns:1fr;gap:.5em;margin-top:1em}
.steps li{border-top:3px solid var(--line);padding-top:.375em;color:var(--quiet)}
.steps .done,.steps .current{border-color:var(--accent);color:inherit}
.steps .current b{color:var(--accent)}
.steps b{display:block;font-weight:400}
.steps .current b{font-weight:600}
.items{margin-top:1em;border-top:1px solid var(--line)}
.items li{display:flex;gap:.75em;align-items:center;padding:.5em 0;border-bottom:1px solid var(--line)}
.items:last-child li:last-child{border:0;padding-bottom:0}
.items+.quiet{margin-top:.75em}
h3+.quiet{margin-top:.25em}
.items img{width:2.25em;height:3em;object-fit:cover;border-radius:.25em;flex:none}
.number{font-family:ui-monospace,monospace;user-select:all}
a{color:var(--accent);display:inline-flex;align-items:center;min-height:44px;text-underline-offset:3px}
form{display:grid;gap:1em;max-width:26em}
label{display:grid;gap:.25em;font-weight:600}
input,button{font:inherit;min-height:48px;border-radius:var(--tidings-radius,.5em);border:1px solid var(--field);padding:0 .75em}
input{background:var(--tidings-surface,transparent);color:inherit;width:100%}
button{background:var(--accent);color:var(--on-accent);border-color:transparent;font-weight:600;cursor:pointer}
button[disabled]{opacity:.6}
.again{background:none;color:inherit;border:0;padding:0;min-height:44px;text-decoration:underline;text-underline-offset:3px;font-weight:400}
.problem{border:1px solid var(--bad);border-radius:var(--tidings-radius,.5em);padding:.75em}
.live{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h2:focus{outline:0}
@container (max-width:34em){.steps li{display:flex;justify-content:space-between;gap:1em;border-top:0;border-inline-start:3px solid var(--line);padding:0 .75em}}
@container (min-width:34em){.steps{grid-auto-flow:column}}
`);

/** An element with properties, attributes behind `$`, and what is in it. */
function make(name, properties = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key[0] === '$') element.setAttribute(key.slice(1), value);
    else element[key] = value;
  }
  element.append(...content.filter((part) => part !== null && part !== ''));
  return element;
}

/** Only what leads to the web: an address of anything else is no link. */
function link(label, url, part) {
  if (!/^https?:\/\//i.test(url)) return null;
  return make('a', { href: url, textContent: label, rel: 'noreferrer', target: '_top', $part: part });
}

class TidingsOrderStatus extends HTMLElement {
  static observedAttributes = ['token', 'locale'];

  #root = this.attachShadow({ mode: 'open' });
  #main = make('div', { $part: 'main' });
  #live = make('p', { className: 'live', $role: 'status' });
  /** What opens the order: the shop's, or what a look-up was answered with. */
  #token = null;
  #etag = null;
  #timer;
  #wait_s = 60;
  /** What stands on the page, part by part, so that only what changed is put in anew. */
  #shown = [];
  #asked_at = 0;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(this.#main, this.#live);
    document.addEventListener('visibilitychange', this.#look);
    this.#begin();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
  }

  attributeChangedCallback(_, before, now) {
    if (before !== now && this.isConnected) this.#begin();
  }

  get #server() {
    return new URL(this.getAttribute('server') ?? home);
  }

  get #locale() {
    return this.getAttribute('locale') || this.closest('[lang]')?.lang || navigator.language;
  }

  get #words() {
    const script = (tag) => {
      const { language, script } = new Intl.Locale(tag).maximize();
      return language + script;
    };
    const asked = script(this.#locale);
    return WORDS[Object.keys(WORDS).find((locale) => script(locale) === asked) ?? 'en'];
  }

  #begin() {
    this.#token = this.getAttribute('token') || (this.hasAttribute('token') ? null : this.#token);
    this.#etag = null;
    this.#shown = [];
    if (this.#token) this.#refresh();
    else if (!this.hasAttribute('token')) this.#ask(null);
  }

  /** The form of a guest. */
  #ask(problem) {
    clearTimeout(this.#timer);
    const words = this.#words;
    const field = (name, label, more) =>
      make('label', {}, label, make('input', { name, required: true, $part: 'input', ...more }));
    const typed = this.#root.querySelector('form');
    const number = field('number', words.number, {
      value: typed?.number.value ?? this.getAttribute('number') ?? '',
      maxLength: 80,
      autocomplete: 'off',
      spellcheck: false,
    });
    const email = field('email', words.email, {
      value: typed?.email.value ?? '',
      type: 'email',
      maxLength: 254,
      autocomplete: 'email',
    });
    const button = make('button', { textContent: words.submit, $part: 'button' });
    const said =
      problem && make('p', { className: 'problem', textContent: problem, $role: 'alert', $part: 'problem' });
    const form = make('form', { $part: 'form', '$aria-label': words.title }, said, number, email, button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      button.disabled = true;
      this.#live.textContent = words.wait;
      this.#lookUp(form.number.value, form.email.value);
    });
    this.#main.replaceChildren(form);
    if (problem) form.number.focus();
  }

  async #lookUp(number, email) {
    const words = this.#words;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ number, email });
    const answer = await this.#fetch('v1/lookups', { method: 'POST', headers, body });
    const found = answer?.ok ? await answer.json() : null;
    if (!found) {
      const problem = { 404: words.not_found, 422: words.not_found, 429: words.too_many }[answer?.status];
      this.#ask(problem ?? words.failed);
      return;
    }
    this.#token = found.status_token.token;
    await this.#refresh();
    this.#root.querySelector('h2')?.focus();
  }

  async #refresh() {
    this.#asked_at = Date.now();
    const headers = { authorization: `Bearer ${this.#token}` };
    if (this.#etag) headers['if-none-match'] = this.#etag;
    const answer = await this.#fetch(`embed/order?locale=${encodeURIComponent(this.#locale)}`, { headers });
    if (answer?.status === 401) {
      this.#token = null;
      this.#expire();
      return;
    }
    if (answer?.status === 200) {
      const order = await answer.json();
      this.#wait_s = order.refresh_s;
      if (this.#show(order)) this.#etag = answer.headers.get('etag');
    } else if (answer?.status !== 304) {
      if (this.#shown.length === 0) this.#main.textContent = this.#words.failed;
      this.#wait_s = Math.min(this.#wait_s * 2, slowest_s);
    }
    this.#schedule();
  }

  /** A shop's page is told, and may set another token; a guest is asked again. */
  #expire() {
    this.dispatchEvent(new CustomEvent('tidings-token-expired', { bubbles: true, composed: true }));
    if (!this.hasAttribute('token')) this.#ask(this.#words.expired);
    else if (this.#shown.length === 0) this.#main.textContent = this.#words.failed;
  }

  #schedule() {
    clearTimeout(this.#timer);
    if (this.isConnected) this.#timer = setTimeout(this.#look, this.#wait_s * 1000);
  }

  /** Nobody looks at a hidden page: it asks when it is seen again. */
  #look = () => {
    if (document.hidden || !this.#token) return;
    if (Date.now() - this.#asked_at >= this.#wait_s * 1000 - 500) this.#refresh();
    else this.#schedule();
  };

  /** No cookies, no referrer; null when nobody answered. */
  #fetch(path, request) {
    const quiet = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };
    return fetch(new URL(path, this.#server), { ...quiet, ...request }).catch(() => null);
  }

  /** @returns false when a part is being used, and so was left as it was */
  #show(order) {
    const first = this.#shown.length === 0;
    if (first) this.#main.replaceChildren();
    this.#main.lang = order.locale;
    this.#main.dir = order.direction;
    const guest = !this.hasAttribute('token');
    const parts = [
      [order.title + order.status + order.explanation, () => heading(order)],
      ...order.parts.map((part) => [JSON.stringify(part), () => card(part)]),
      [order.page.url + order.page.label, () => this.#foot(order, guest)],
    ];
    let complete = true;
    for (const [index, [content, draw]] of parts.entries()) {
      if (this.#shown[index] === content) continue;
      const old = this.#main.children[index];
      if (old?.contains(this.#root.activeElement)) {
        complete = false;
        continue;
      }
      if (old) old.replaceWith(draw());
      else this.#main.append(draw());
      this.#shown[index] = content;
    }
    while (this.#main.children.length > parts.length) this.#main.lastChild.remove();
    this.#shown.length = parts.length;
    const headline = order.parts[0]?.headline ?? order.status;
    this.#live.textContent = first ? headline : `${order.updated} ${headline}`;
    return complete;
  }

  #foot({ page }, guest) {
    const foot = make('p', {}, link(page.label, page.url, 'link'));
    if (!guest) return foot;
    const again = make('button', { className: 'again', textContent: this.#words.another, $part: 'again' });
    again.addEventListener('click', () => {
      this.#token = null;
      this.#shown = [];
      this.#ask(null);
      this.#root.querySelector('input').focus();
    });
    foot.append(' ', again);
    return foot;
  }
}

function heading({ title, status, explanation }) {
  return make(
    'div',
    { $part: 'order' },
    make('h2', { tabIndex: -1, textContent: title }),
    make('p', { className: 'quiet', textContent: `${status}. ${explanation}` }),
  );
}

function card({ label, tone, headline, sentence, steps, items, carrier, tracking_number, tracking }) {
  const follow = tracking && link(tracking.label, tracking.url, 'link');
  const number = tracking_number && make('span', { className: 'number', textContent: tracking_number });
  return make(
    'section',
    { className: `card ${tone}`, $part: `shipment ${tone}` },
    label && make('p', { className: 'label', textContent: label, $part: 'label' }),
    make('h3', { textContent: headline, $part: 'headline' }),
    sentence && make('p', { className: 'quiet', textContent: sentence }),
    steps.length > 0 ? make('ol', { className: 'steps', $part: 'steps' }, ...steps.map(step)) : null,
    make('ul', { className: 'items', $part: 'items' }, ...items.map(item)),
    number && make('p', { className: 'quiet' }, carrier ? `${carrier} ` : '', number),
    follow && make('p', {}, follow),
  );
}

function step({ name, when, state }) {
  const shown = make('li', { className: state, $part: `step ${state}` }, make('b', { textContent: name }));
  if (when) shown.append(make('span', { className: 'when', textContent: when }));
  if (state === 'current') shown.setAttribute('aria-current', 'step');
  return shown;
}

function item({ title, quantity, image_url }) {
  const picture = image_url && make('img', { src: image_url, alt: '', loading: 'lazy' });
  picture?.addEventListener('error', () => picture.remove());
  return make('li', {}, picture, make('span', { textContent: `${quantity} × ${title}` }));
}

if (!customElements.get('tidings-order-status'))
  customElements.define('tidings-order-status', TidingsOrderStatus);
