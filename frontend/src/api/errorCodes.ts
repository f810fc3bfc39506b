/** A sentence for every code: those of `openapi.yaml`, and ours for what the gateway or the network says. */
const SENTENCES = {
  body_invalid: 'The server did not understand this request. Reload the page and try again.',
  cognito_user_id_blank: 'Your sign-in is incomplete. Please sign out and in again.',
  cursor_invalid: 'This list has changed. Reload the page to see it from the start.',
  internal_error: 'Something went wrong on our side. Please try again in a moment.',
  limit_invalid: 'The server refused the length of this list. Reload the page and try again.',
  message_blank: 'Write something before you send it.',
  message_exceed_max_chars: 'This message is too long: 1,024 characters at most.',
  message_group_not_found: 'There is no such conversation, or you are not part of it.',
  message_group_uuid_blank: 'This conversation has no address. Open it again from your conversations.',
  message_group_uuid_invalid: 'This is not the address of a conversation. Check the link.',
  receiver_is_sender: 'You cannot write to yourself.',
  receiver_not_found: 'Nobody has this handle any more.',
  sender_not_found: 'Your profile is not there yet. Please try again in a minute, or sign up anew.',
  unavailable: 'The service cannot be reached right now. Please try again in a moment.',
  user_not_found: 'There is no user with this handle.',
  user_reciever_handle_blank: 'Say to whom you want to write.',
  year_invalid: 'This is not a year. Check the link.',
  // The gateway's own answers, and no answer at all.
  body_too_long: 'This message is too long to be sent.',
  network: 'No connection. Check your network and try again.',
  not_found: 'There is nothing at this address.',
  too_many_requests: 'Too many requests at once. Please wait a moment.',
  unauthorized: 'Your session has ended. Please sign in again.',
} as const;

export type ErrorCode = keyof typeof SENTENCES;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(SENTENCES, code);
}

export function sentence(code: ErrorCode): string {
  return SENTENCES[code];
}
