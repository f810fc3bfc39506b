import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Somebody in front of the page, who finds things as people do: by what they are called. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: scripts that failed, and what the security policy forbade. */
  readonly complaints: string[] = [];

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // An answer that is no success is told there, too; those the tests bring about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.complaints.push(message.text());
      }
    });
  }

  /** From the page that asks for it, through the local sign-in, until the inbox is there. */
  async signIn(handle: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Sign in/ }).click();
    await this.page.getByRole('button', { name: `@${handle}` }).click();
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  /** The field one writes into. */
  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true });
  }

  /** The list of messages, which scrolls. */
  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }

  /** The bubbles with that text. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text });
  }

  /** The inbox, one link a conversation. */
  get inbox(): Locator {
    return this.page.getByRole('complementary', { name: 'Conversations' }).getByRole('link');
  }

  async open(name: string): Promise<void> {
    await this.inbox.filter({ hasText: name }).click();
    await this.page.getByRole('heading', { name, level: 2 }).waitFor();
    await this.messages.waitFor();
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Waits for messages that are confirmed: those have a time. */
  async sees(text: string): Promise<void> {
    await this.message(text)
      .filter({ has: this.page.locator('time') })
      .first()
      .waitFor();
  }

  async find(handle: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Write to somebody' }).fill(handle);
    await this.page.getByRole('button', { name: 'Find' }).click();
  }

  /** Makes the access token one that is refused, as after an hour, and loads the page again. */
  async outliveToken(has: { refreshToken: boolean }): Promise<void> {
    await this.page.evaluate(({ refreshToken }) => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user'))!;
      const user = JSON.parse(sessionStorage.getItem(key)!);
      user.access_token = 'worn out';
      if (!refreshToken) delete user.refresh_token;
      sessionStorage.setItem(key, JSON.stringify(user));
    }, has);
    await this.page.reload();
  }
}
