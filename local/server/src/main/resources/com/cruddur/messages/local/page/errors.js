// What the API's error codes mean to the person in front of the page.
const SENTENCES = {
  body_invalid: 'The request could not be read.',
  cognito_user_id_blank: 'Please sign in again.',
  cursor_invalid: 'This page of the list is no longer there. Please open it again.',
  limit_invalid: 'That many at once cannot be listed.',
  message_blank: 'Please write something first.',
  message_exceed_max_chars: 'A message can have 1,024 characters at most.',
  message_group_not_found: 'There is no such conversation.',
  message_group_uuid_blank: 'Please choose a conversation.',
  message_group_uuid_invalid: 'There is no such conversation.',
  receiver_is_sender: 'You cannot write to yourself.',
  receiver_not_found: 'There is nobody with this handle.',
  sender_not_found: 'Your account is not known here yet.',
  user_not_found: 'There is nobody with this handle.',
  user_reciever_handle_blank: 'Please say whom to write to.',
  year_invalid: 'A year has four digits.',
  internal_error: 'Something went wrong on the server.',
  unavailable: 'The server cannot answer at the moment. Please try again.',
};

/** Codes as sentences; the status alone where the answer is none of the API's. */
export const explain = (status, codes) =>
  Array.isArray(codes)
    ? codes.map(code => SENTENCES[code] ?? `The server refused this (${code}).`).join(' ')
    : `The server answered ${status}${codes?.message ? `: ${codes.message}` : ''}.`;
