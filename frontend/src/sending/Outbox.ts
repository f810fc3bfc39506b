import { ApiError } from '../api/ApiError';
import type { ErrorCode } from '../api/errorCodes';

/** Where a message goes: into a conversation, or to somebody there is none with yet. */
export type Target = { group: string } | { handle: string };

/** A message that is not confirmed yet. */
export interface Outgoing {
  /** Its idempotency key, the same for every attempt: the API stores it once, whatever the network does. */
  key: string;
  target: Target;
  text: string;
  /** When it was written, as the API writes times. */
  created_at: string;
  status: 'sending' | 'failed';
  /** Why the last attempt failed. */
  codes: readonly ErrorCode[];
}

// The API knows a key for 24 hours; an hour for clocks that differ.
const KEY_LIFE_MILLIS = 23 * 60 * 60 * 1000;

export function isSameTarget(a: Target, b: Target): boolean {
  return 'group' in a ? 'group' in b && a.group === b.group : 'handle' in b && a.handle === b.handle;
}

/** Whether another attempt cannot double the message. */
export function canBeSentAgain(message: Outgoing, now: number): boolean {
  return now - Date.parse(message.created_at) < KEY_LIFE_MILLIS;
}

/**
 * Sends messages, those of one conversation one after the other, and keeps what is not confirmed, also over a reload
 * and a new sign-in in the same tab. Nothing leaves it but by being confirmed or discarded.
 */
export class Outbox {
  readonly #storage: Storage;
  readonly #name: string;
  readonly #send: (message: Outgoing) => Promise<void>;
  readonly #listeners = new Set<() => void>();
  #messages: readonly Outgoing[];
  /** The last attempt of each conversation. */
  readonly #last = new Map<string, Promise<void>>();

  /**
   * @param sub whose messages
   * @param send makes one attempt, and has put the message into its place when it resolves
   */
  constructor(storage: Storage, sub: string, send: (message: Outgoing) => Promise<void>) {
    this.#storage = storage;
    this.#name = `outbox:${sub}`;
    this.#send = send;
    // Whether those under way when the page went have arrived, nobody here knows: they are offered again.
    this.#messages = (JSON.parse(storage.getItem(this.#name) ?? '[]') as Outgoing[]).map((message) =>
      message.status === 'sending' ? { ...message, status: 'failed', codes: ['network'] } : message,
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Every unconfirmed message, in the order they were written; another array after every change. */
  readonly messages = (): readonly Outgoing[] => this.#messages;

  /** Takes a message over and starts to send it. */
  add(target: Target, text: string): void {
    const message: Outgoing = {
      key: crypto.randomUUID(),
      target,
      text,
      created_at: new Date().toISOString(),
      status: 'sending',
      codes: [],
    };
    this.#set([...this.#messages, message]);
    this.#attempt(message);
  }

  /** Makes another attempt with the same key; none while one is under way. */
  retry(key: string): void {
    const message = this.#messages.find((one) => one.key === key);
    if (message?.status !== 'failed') return;
    this.#update(key, { status: 'sending', codes: [] });
    this.#attempt(message);
  }

  discard(key: string): void {
    this.#set(this.#messages.filter((message) => message.key !== key));
  }

  clear(): void {
    this.#set([]);
  }

  #attempt(message: Outgoing): void {
    const conversation = JSON.stringify(message.target);
    const attempt = (this.#last.get(conversation) ?? Promise.resolve()).then(async () => {
      try {
        await this.#send(message);
        this.discard(message.key);
      } catch (error) {
        this.#update(message.key, {
          status: 'failed',
          codes: error instanceof ApiError ? error.codes : ['internal_error'],
        });
      }
    });
    this.#last.set(conversation, attempt);
  }

  #update(key: string, change: Partial<Outgoing>): void {
    this.#set(this.#messages.map((message) => (message.key === key ? { ...message, ...change } : message)));
  }

  #set(messages: readonly Outgoing[]): void {
    this.#messages = messages;
    this.#storage.setItem(this.#name, JSON.stringify(messages));
    this.#listeners.forEach((listener) => listener());
  }
}
