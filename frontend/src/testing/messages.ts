import type { Message } from '../api/Api';

/** A message of that number; a higher number is newer. */
export function message(number: number, change: Partial<Message> = {}): Message {
  return {
    uuid: `uuid-${number}`,
    display_name: 'Andrew Bayko',
    handle: 'bayko',
    message: `Message ${number}`,
    created_at: at(number),
    ...change,
  };
}

/** A time; a higher number is later. */
export function at(number: number): string {
  return `2023-04-01T12:00:00.${String(number).padStart(6, '0')}+00:00`;
}
