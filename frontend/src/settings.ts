/** What the page has to know about where it runs: `config.json`, which whoever serves the page writes. */
export interface Settings {
  /** The OpenID Connect issuer at which people sign in. */
  issuer: string;
  /** As whom the page asks for tokens: a public client. */
  client_id: string;
  /** The origin of the API, without a slash at the end; empty for the page's own. */
  api: string;
}

/** Fetches them. Throws where they are missing: then nothing else can work either. */
export async function loadSettings(): Promise<Settings> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as Settings;
}
