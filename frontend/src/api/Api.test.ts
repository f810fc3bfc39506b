import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Api } from './Api';
import { ApiError } from './ApiError';

let server: Server;
let origin: string;
let requests: IncomingMessage[];
let answer: (response: ServerResponse, request: IncomingMessage) => void;

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push(request);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const api = (token = async (): Promise<string | undefined> => 'a-token') => new Api(origin, token);

const failure = (status: number, body: string) =>
  ((answer = (response) => response.writeHead(status).end(body)), api().messageGroups()).then(
    () => expect.unreachable(),
    (error: unknown) => error as ApiError,
  );

test('a page says where the list goes on, as absolute addresses', async () => {
  answer = (response) =>
    response.setHeader('link', '<?cursor=a%2Bb&limit=5>; rel="next", <?cursor=c>; rel="prev"').end('[{"uuid":"1"}]');
  const page = await api().messages('group 1');
  expect(requests[0]!.url).toBe('/api/messages/group%201');
  expect(requests[0]!.headers.authorization).toBe('Bearer a-token');
  expect(page.items).toEqual([{ uuid: '1' }]);
  expect(page.links).toEqual({
    next: `${origin}/api/messages/group%201?cursor=a%2Bb&limit=5`,
    prev: `${origin}/api/messages/group%201?cursor=c`,
  });
});

test('the token goes nowhere but to the API', async () => {
  await expect(api().page('http://localhost:1/api/messages/x')).rejects.toThrow(ApiError);
  answer = (response) => response.end('{}');
  await api().user('a/b c');
  expect(requests.map((request) => [request.url, request.headers.authorization])).toEqual([
    ['/api/users/@a%2Fb%20c/short', undefined],
  ]);
});

test('a message is sent with its idempotency key', async () => {
  let body = '';
  answer = (response, request) => {
    request.on('data', (data) => (body += data));
    request.on('end', () => response.end('{"message_group_uuid":"g"}'));
  };
  expect(await api().sendTo('bayko', 'Hi', 'key-1')).toEqual({ message_group_uuid: 'g' });
  expect(requests[0]!.headers['idempotency-key']).toBe('key-1');
  expect(JSON.parse(body)).toEqual({ handle: 'bayko', message: 'Hi' });
});

test('a refused token is renewed once and the request made again', async () => {
  const asked: (string | undefined)[] = [];
  const token = async (refused?: string) => (asked.push(refused), refused ? 'new' : 'old');
  answer = (response, request) =>
    response.writeHead(request.headers.authorization === 'Bearer new' ? 200 : 401).end('[]');
  expect((await api(token).messageGroups()).items).toEqual([]);
  expect(asked).toEqual([undefined, 'old']);

  answer = (response) => response.writeHead(401).end('{"message":"Unauthorized"}');
  requests = [];
  await expect(api(token).messageGroups()).rejects.toMatchObject({ status: 401, codes: ['unauthorized'] });
  expect(requests.length).toBe(2);
});

test('without a token to renew it with, a refusal stays one', async () => {
  answer = (response) => response.writeHead(401).end('{}');
  const ended = async (refused?: string) => (refused ? undefined : 'old');
  await expect(api(ended).messageGroups()).rejects.toMatchObject({ codes: ['unauthorized'] });
  expect(requests.length).toBe(1);
});

test('all codes of a refusal are told', async () => {
  const error = await failure(422, '["message_blank","user_reciever_handle_blank"]');
  expect(error.codes).toEqual(['message_blank', 'user_reciever_handle_blank']);
  expect(error.isTransient).toBe(false);
});

test.each([
  [404, '{"message":"Not Found"}', 'not_found', false],
  [413, '{"message":"Request Too Long"}', 'body_too_long', false],
  [429, '{"message":"Too Many Requests"}', 'too_many_requests', true],
  [500, '["a_code_of_tomorrow"]', 'internal_error', true],
  [502, '<html>', 'unavailable', true],
  [503, '{"message":"Service Unavailable"}', 'unavailable', true],
  [418, '', 'body_invalid', false],
])('%i with %s is %s', async (status, body, code, transient) => {
  const error = await failure(status, body);
  expect(error.codes).toEqual([code]);
  expect(error.isTransient).toBe(transient);
});

test('no answer, and half an answer, are a matter of the network', async () => {
  answer = (response) => response.writeHead(200, { 'content-length': '100' }).write('[', () => response.destroy());
  await expect(api().messageGroups()).rejects.toMatchObject({ status: 0, codes: ['network'] });
  answer = (response) => response.destroy();
  await expect(api().messageGroups()).rejects.toMatchObject({ status: 0, codes: ['network'] });
});
