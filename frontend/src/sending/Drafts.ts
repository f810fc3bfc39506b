/**
 * What somebody has begun to write, one draft a conversation, kept in this browser until it is sent or he signs out.
 *
 * Reads are synchronous, so the second click of a double click finds the draft gone.
 */
export class Drafts {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #listeners = new Set<() => void>();

  /** @param sub whose drafts; others' in the same browser stay apart */
  constructor(storage: Storage, sub: string) {
    this.#storage = storage;
    this.#prefix = `draft:${sub}:`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get(conversation: string): string {
    return this.#storage.getItem(this.#prefix + conversation) ?? '';
  }

  set(conversation: string, text: string): void {
    if (text === '') this.#storage.removeItem(this.#prefix + conversation);
    else this.#storage.setItem(this.#prefix + conversation, text);
    this.#listeners.forEach((listener) => listener());
  }

  clear(): void {
    Object.keys(this.#storage)
      .filter((name) => name.startsWith(this.#prefix))
      .forEach((name) => this.#storage.removeItem(name));
    this.#listeners.forEach((listener) => listener());
  }
}
