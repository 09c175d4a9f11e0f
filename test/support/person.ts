import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** Somebody with a phone who counts how often they touch it. */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  #begun_ms = performance.now();
  /** Links and buttons touched since `begin`. */
  clicks = 0;
  /** Fields filled in since `begin`. */
  fields = 0;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  static async withPhone(
    browser: Browser,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-US' },
      ...options,
    });
    return new Person(context, await context.newPage());
  }

  /** A task begins: what was counted before is forgotten. */
  begin(): void {
    this.#begun_ms = performance.now();
    this.clicks = 0;
    this.fields = 0;
  }

  /** How long the task has taken; the machine's part of it: nobody read or thought. */
  get seconds(): number {
    return (performance.now() - this.#begun_ms) / 1000;
  }

  /** Opens what a mail links to: a touch like any other. */
  async follow(url: string): Promise<void> {
    this.clicks++;
    await this.page.goto(url);
  }

  async touch(what: Locator): Promise<void> {
    this.clicks++;
    await what.click();
  }

  async fill(field: Locator, text: string): Promise<void> {
    this.fields++;
    await field.fill(text);
  }

  /** What stands in the page, its spaces made plain. */
  async reads(what: Locator = this.page.locator('main')): Promise<string> {
    return (await what.innerText()).replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
