import { type BrowserContextOptions, chromium, type Browser as Chromium } from 'playwright-core';
import { Person } from './Person';

// Beside what a test in a container needs: nothing that makes the browser call its maker.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium; `bin/test` says in `CHROMIUM` where it is. */
export class Browser {
  readonly #chromium: Chromium;
  readonly #origin: string;

  private constructor(chromium: Chromium, origin: string) {
    this.#chromium = chromium;
    this.#origin = origin;
  }

  /** @param origin of the product */
  static async launch(origin: string): Promise<Browser> {
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    return new Browser(await chromium.launch({ executablePath, args: ARGUMENTS }), origin);
  }

  /** Somebody with a browser profile of his own, not signed in yet. */
  async person(options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.#chromium.newContext({
      baseURL: this.#origin,
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return new Person(context, await context.newPage());
  }

  /** Somebody who has signed in and sees his inbox. */
  async signedIn(handle: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.person(options);
    await person.page.goto('/messages');
    await person.signIn(handle);
    return person;
  }

  async close(): Promise<void> {
    await this.#chromium.close();
  }
}
