import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const phone = { width: 390, height: 844 };

/** Somebody with a phone, and what the site answered them last. */
export class Reader {
  readonly page: Page;
  readonly locale: string;
  readonly #context: BrowserContext;
  /** Of the document that is shown. */
  status = 0;
  /** What their authenticator was set up with. */
  secret = '';

  private constructor(context: BrowserContext, page: Page, locale: string) {
    this.#context = context;
    this.page = page;
    this.locale = locale;
    page.on('response', (response) => {
      const request = response.request();
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        this.status = response.status();
      }
    });
  }

  /** @param network an address of a network of their own: what is counted by network is counted apart */
  static async open(
    browser: Browser,
    { locale, url, network }: { locale: string; url: string; network: string },
  ): Promise<Reader> {
    const context = await browser.newContext({
      ...{ baseURL: url, locale, viewport: phone, serviceWorkers: 'block' },
      extraHTTPHeaders: { 'x-forwarded-for': network },
    });
    return new Reader(context, await context.newPage(), locale);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(path, { waitUntil: 'load' });
  }

  /**
   * Fills the form of this page and sends it by its first button, or the one named; what the browser itself would
   * hold back, an empty field or half an address, is sent too.
   */
  async send(fields: Record<string, string>, form = 'main form[method=post]'): Promise<void> {
    const filling = `(([selector, fields]) => {
      const form = document.querySelector(selector);
      if (!form) throw new Error('no ' + selector + ' on ' + location.pathname);
      form.noValidate = true;
      for (const [name, value] of Object.entries(fields)) {
        const field = form.elements.namedItem(name);
        if (!field) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
        else if (field.type === 'checkbox') field.checked = value !== '';
        else field.value = value;
      }
      form.requestSubmit(form.querySelector('button:not([type=button])'));
    })(${JSON.stringify([form, fields])})`;
    await Promise.all([this.page.waitForEvent('load'), this.page.evaluate(filling)]);
  }

  /** Presses what leads on to another document. */
  async press(selector: string): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.locator(selector).first().click()]);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  /** `LOOK=<folder>` keeps a picture of every state, to be looked at. */
  async picture(name: string): Promise<void> {
    const folder = process.env.LOOK;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}
