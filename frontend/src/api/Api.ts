import { ApiError } from './ApiError';
import { type Links, parseLinks } from './links';

export interface Message {
  uuid: string;
  /** The sender's. */
  display_name: string;
  /** The sender's. */
  handle: string;
  message: string;
  /** UTC and of fixed width, so that texts sort as times do. */
  created_at: string;
}

/** A conversation in the inbox: `display_name` and `handle` are the other member's, `message` the last one. */
export type MessageGroup = Message;

export interface SentMessage extends Message {
  message_group_uuid: string;
}

export interface User {
  uuid: string;
  handle: string;
  display_name: string;
}

export interface Page<T> {
  items: T[];
  links: Links;
}

/** Gives the access token of the moment, a renewed one where `refused` was not good any more. */
export type TokenSource = (refused?: string) => Promise<string | undefined>;

// More than the API takes at its worst, its own limit is 30 s.
const TIMEOUT_MILLIS = 35_000;

/** The HTTP API, see `openapi.yaml`. Everything throws {@link ApiError} and nothing else. */
export class Api {
  readonly #origin: string;
  readonly #token: TokenSource;

  constructor(origin: string, token: TokenSource) {
    this.#origin = origin;
    this.#token = token;
  }

  /** The newest page of a conversation, oldest message first. */
  messages(group: string, signal?: AbortSignal): Promise<Page<Message>> {
    return this.page(`${this.#origin}/api/messages/${encodeURIComponent(group)}`, signal);
  }

  /** The newest page of the inbox, newest first. */
  messageGroups(signal?: AbortSignal): Promise<Page<MessageGroup>> {
    return this.page(`${this.#origin}/api/message_groups`, signal);
  }

  /** A page that another page's links lead to. */
  async page<T>(url: string, signal?: AbortSignal): Promise<Page<T>> {
    // The token goes to the API and nowhere else, whatever a header says.
    if (new URL(url).origin !== new URL(this.#origin).origin) throw new ApiError(0, ['not_found']);
    const response = await this.#authorized(url, signal ? { signal } : {});
    return { items: await json<T[]>(response), links: parseLinks(response.headers.get('link'), url) };
  }

  /** @param key the idempotency key: the same one never sends twice, within 24 hours */
  async send(group: string, message: string, key: string): Promise<SentMessage> {
    return json(await this.#post({ message_group_uuid: group, message }, key));
  }

  /** Sends into the one conversation with that user, which is opened if there is none. */
  async sendTo(handle: string, message: string, key: string): Promise<{ message_group_uuid: string }> {
    return json(await this.#post({ handle, message }, key));
  }

  async user(handle: string, signal?: AbortSignal): Promise<User> {
    const url = `${this.#origin}/api/users/@${encodeURIComponent(handle)}/short`;
    return json(await answer(url, signal ? { signal } : {}));
  }

  #post(body: object, key: string): Promise<Response> {
    return this.#authorized(`${this.#origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  }

  async #authorized(url: string, init: RequestInit): Promise<Response> {
    const token = await this.#token();
    try {
      return await answer(url, bearing(token, init));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      const renewed = await this.#token(token);
      if (!renewed || renewed === token) throw error;
      return answer(url, bearing(renewed, init));
    }
  }
}

function bearing(token: string | undefined, init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal, cache: 'no-store' });
  } catch {
    throw new ApiError(0, ['network']);
  }
  if (!response.ok) throw await ApiError.of(response);
  return response;
}

async function json<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    // The connection went while the answer was under way.
    throw new ApiError(0, ['network']);
  }
}
