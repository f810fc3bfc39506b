import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Settings } from '../settings';
import { signOutUrl } from './signOutUrl';

/** `ended`: there was a session, and what is on the page still belongs to it. */
export type SessionState = 'signed-out' | 'signed-in' | 'ended';

/**
 * Who uses this tab. The authorization code flow with PKCE (RFC 7636), with the local sign-in and with Cognito alike;
 * the tokens live as long as the tab and are renewed while it is open.
 */
export class Session {
  readonly #manager: UserManager;
  readonly #settings: Settings;
  readonly #listeners = new Set<() => void>();
  #user: User | undefined;
  #state: SessionState = 'signed-out';
  #renewing: Promise<User | null> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#manager = new UserManager({
      authority: settings.issuer,
      client_id: settings.client_id,
      redirect_uri: `${location.origin}/`,
      response_type: 'code',
      scope: 'openid profile',
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: false,
    });
    this.#manager.events.addUserLoaded((user) => this.#set(user, 'signed-in'));
    this.#manager.events.addAccessTokenExpiring(() => {
      // Without a refresh token it is good to its end.
      if (this.#user?.refresh_token) void this.#renew();
    });
  }

  /**
   * Takes up the session of this tab, or the sign-in that has just led back here.
   *
   * @returns the path to go on with
   * @throws Error when the sign-in did not succeed
   */
  async resume(): Promise<string> {
    const here = location.pathname + location.search;
    const answer = new URLSearchParams(location.search);
    if (location.pathname === '/' && answer.has('state') && (answer.has('code') || answer.has('error'))) {
      // At once, so that a reload does not use the code a second time.
      const url = location.href;
      history.replaceState(null, '', '/');
      const user = await this.#manager.signinCallback(url);
      return typeof user?.state === 'string' ? user.state : '/';
    }
    const user = await this.#manager.getUser();
    if (user) {
      this.#set(user, 'signed-in');
      if (user.expired) await this.#renew();
    }
    return here;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The `sub`; empty when nobody is signed in. */
  get sub(): string {
    return this.#user?.profile.sub ?? '';
  }

  /** Whose messages are one's own; empty when nobody is signed in. */
  get handle(): string {
    return this.#user?.profile.preferred_username ?? '';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Leaves the page for the sign-in, which leads back to where one is. */
  async signIn(): Promise<void> {
    await this.#manager.signinRedirect({ state: location.pathname + location.search });
  }

  /**
   * Ends the session here and at the sign-in.
   *
   * @param forget is called when that can be done, before the page is left
   */
  async signOut(forget: () => void): Promise<void> {
    const home = `${location.origin}/`;
    const url = signOutUrl(await this.#manager.metadataService.getMetadata(), this.#settings.client_id, home);
    forget();
    await this.#manager.removeUser();
    location.assign(url);
  }

  /** The access token of the moment, and a renewed one in the place of a `refused` one. Undefined ends the session. */
  readonly token = async (refused?: string): Promise<string | undefined> => {
    if (refused === undefined || refused !== this.#user?.access_token) return this.#user?.access_token;
    await this.#renew();
    return this.#state === 'signed-in' ? this.#user?.access_token : undefined;
  };

  async #renew(): Promise<void> {
    if (!this.#user?.refresh_token) return this.#set(this.#user, 'ended');
    // One at a time: whoever renews with a token that was used already may be taken for a thief.
    this.#renewing ??= this.#manager.signinSilent().finally(() => (this.#renewing = undefined));
    try {
      await this.#renewing;
    } catch (error) {
      // Without a network nobody knows whether the session has ended.
      if (!(error instanceof TypeError)) this.#set(this.#user, 'ended');
    }
  }

  #set(user: User | undefined, state: SessionState): void {
    this.#user = user;
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}
