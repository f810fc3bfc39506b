// The HTTP API. Lists come with the links of their Link header (RFC 8288): next is older, prev newer.
import { token } from './auth.js';
import { explain } from './errors.js';

/** The token is missing or no longer valid. */
export class SignedOut extends Error {}

const links = header => Object.fromEntries(
  [...(header ?? '').matchAll(/<([^>]*)>;\s*rel="([^"]*)"/g)].map(([, target, rel]) => [rel, target]));

const call = async (path, options = {}) => {
  const response = await fetch(path, {
    ...options,
    headers: { authorization: `Bearer ${token()}`, ...options.headers },
  });
  if (response.status === 401) throw new SignedOut('Please sign in again.');
  const body = await response.json();
  if (!response.ok) throw new Error(explain(response.status, body));
  return { items: body, links: links(response.headers.get('link')) };
};

export const list = path => call(path);

export const groups = () => call('/api/message_groups');

export const messages = group => call(`/api/messages/${encodeURIComponent(group)}?limit=50`);

/** Sends a message; `key` names this sending, so that trying again sends nothing twice. */
export const send = async (fields, key) => (await call('/api/messages', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(fields),
})).items;
