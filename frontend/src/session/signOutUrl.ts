import type { OidcMetadata } from 'oidc-client-ts';

/**
 * Where the sign-in ends its own session and leads back: by OpenID Connect's parameters and by Cognito's, which knows
 * only its own and has not always named the address.
 *
 * See https://openid.net/specs/openid-connect-rpinitiated-1_0.html and
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 *
 * @param home to which it leads back; itself where the sign-in keeps no session that could be ended
 */
export function signOutUrl(metadata: Partial<OidcMetadata>, clientId: string, home: string): string {
  const cognito = metadata.authorization_endpoint?.match(/^(.*)\/oauth2\/authorize$/);
  const endpoint = metadata.end_session_endpoint ?? (cognito ? `${cognito[1]}/logout` : undefined);
  if (!endpoint) return home;
  const url = new URL(endpoint);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('logout_uri', home);
  url.searchParams.set('post_logout_redirect_uri', home);
  return url.href;
}
