import { expect, test } from 'vitest';
import { signOutUrl } from './signOutUrl';

const HOME = 'https://dm.example.com/';

test("the sign-in is asked to lead back, in its words and in Cognito's", () => {
  const url = new URL(signOutUrl({ end_session_endpoint: 'https://id.example.com/end?x=1' }, 'a-client', HOME));
  expect(url.origin + url.pathname).toBe('https://id.example.com/end');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    x: '1',
    client_id: 'a-client',
    logout_uri: HOME,
    post_logout_redirect_uri: HOME,
  });
});

test('Cognito is asked also where it does not name the address', () => {
  const pool = 'https://pool.auth.eu-west-3.amazoncognito.com';
  expect(signOutUrl({ authorization_endpoint: `${pool}/oauth2/authorize` }, 'a-client', HOME)).toMatch(
    /^https:\/\/pool\.auth\.eu-west-3\.amazoncognito\.com\/logout\?client_id=a-client&logout_uri=/,
  );
});

test('a sign-in without a session of its own is left alone', () => {
  expect(signOutUrl({ authorization_endpoint: 'https://id.example.com/authorize' }, 'a-client', HOME)).toBe(HOME);
});
