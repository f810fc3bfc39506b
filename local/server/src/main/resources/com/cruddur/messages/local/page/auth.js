// Signs in with the code flow and PKCE (RFC 7636). The token lives as long as the tab.
const TOKEN = 'token';
const ATTEMPT = 'sign-in';

const settings = await (await fetch('/config.json')).json();
const redirectUri = `${location.origin}/`;

const base64Url = bytes => btoa(String.fromCharCode(...bytes))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

const endpoints = async () =>
  (await fetch(`${settings.issuer}/.well-known/openid-configuration`)).json();

export const token = () => sessionStorage.getItem(TOKEN);

export const signOut = () => sessionStorage.removeItem(TOKEN);

/** The handle in the token, to tell one's own messages from the others'. */
export const handle = () => {
  const claims = token().split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(claims), c => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)).username;
};

/** Leaves the page for the sign-in. */
export const signIn = async () => {
  const attempt = { state: random(), verifier: random() };
  sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attempt.verifier));
  const query = new URLSearchParams({
    client_id: settings.client_id,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: redirectUri,
    state: attempt.state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  });
  location.assign(`${(await endpoints()).authorization_endpoint}?${query}`);
};

/** Takes the code that the sign-in came back with, if it did. */
export const finishSignIn = async () => {
  const answer = new URLSearchParams(location.search);
  const attempt = JSON.parse(sessionStorage.getItem(ATTEMPT) ?? '{}');
  sessionStorage.removeItem(ATTEMPT);
  if (!answer.has('code')) return;
  history.replaceState(null, '', redirectUri);
  if (answer.get('state') !== attempt.state) return;
  const response = await fetch((await endpoints()).token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.client_id,
      redirect_uri: redirectUri,
      code: answer.get('code'),
      code_verifier: attempt.verifier,
    }),
  });
  if (!response.ok) throw new Error('The sign-in did not give a token. Please try again.');
  sessionStorage.setItem(TOKEN, (await response.json()).access_token);
};
