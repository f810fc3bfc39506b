import type { Message, Page } from '../api/Api';

/** What is known of a conversation: a run of its messages without a gap, oldest first, up to the newest known. */
export interface Conversation {
  messages: readonly Message[];
  /** Where older messages are; undefined when the first one is here. */
  older: string | undefined;
  /** Where newer messages will be. */
  newer: string | undefined;
}

export function newestPage(page: Page<Message>): Conversation {
  return { messages: page.items, older: page.links.next, newer: page.links.prev };
}

export function withNewer(known: Conversation, page: Page<Message>): Conversation {
  return { ...known, messages: merge(known.messages, page.items), newer: page.links.prev ?? known.newer };
}

export function withOlder(known: Conversation, page: Page<Message>): Conversation {
  return { ...known, messages: merge(known.messages, page.items), older: page.links.next };
}

/** Puts a message in that was just stored; what others wrote before it may still come. */
export function withSent(known: Conversation, message: Message): Conversation {
  return { ...known, messages: merge(known.messages, [message]) };
}

// The same message can come twice: as the answer to its sending and in a page.
function merge(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const byUuid = new Map(known.map((message) => [message.uuid, message]));
  const added = more.filter((message) => !byUuid.has(message.uuid));
  if (added.length === 0) return known;
  return [...known, ...added].sort((a, b) => compare(a.created_at, b.created_at));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
