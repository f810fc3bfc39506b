import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The group of the seeded conversation of andrewbrown and bayko. */
export const SEEDED = '5ae290ed-55d1-47a0-bc6d-fe2bc2700399';

const CHECKOUT = new URL('../../../', import.meta.url).pathname;

/** A `bin/dev` of its own: the real script on a free port, with the seeded data and nothing else. */
export class BinDev {
  readonly origin: string;
  readonly #process: ChildProcess;
  readonly #temporary: string;

  private constructor(origin: string, process: ChildProcess, temporary: string) {
    this.origin = origin;
    this.#process = process;
    this.#temporary = temporary;
  }

  /** Starts it and waits until it is ready. */
  static async start(): Promise<BinDev> {
    const temporary = await mkdtemp(join(tmpdir(), 'e2e-'));
    const child = spawn(decodeURIComponent(`${CHECKOUT}bin/dev`), ['--port', '0'], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    for await (const line of createInterface(child.stdout)) {
      const origin = /^ready (\S+)$/.exec(line)?.[1];
      if (origin) return new BinDev(origin, child, temporary);
    }
    throw new Error(`bin/dev did not get ready: ${said}`);
  }

  /** Stops it and everything it started. */
  async stop(): Promise<void> {
    const exit = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await exit;
    await rm(this.#temporary, { recursive: true, force: true });
  }

  /** Calls the API as that user, past the page. */
  async call(handle: string, method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { authorization: `Bearer ${await this.#token(handle)}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** How many messages with that text there are in the seeded conversation. */
  async countSeeded(text: string): Promise<number> {
    const messages = (await this.call('bayko', 'GET', `/api/messages/${SEEDED}`)) as { message: string }[];
    return messages.filter(({ message }) => message === text).length;
  }

  async #token(handle: string): Promise<string> {
    const response = await fetch(`${this.origin}/sign-in/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'cruddur-messages-local',
        username: handle,
        password: 'any',
        scope: 'openid',
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}
