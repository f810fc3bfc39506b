import type { MessageGroup, Page } from '../api/Api';

/** What is known of the inbox: its first groups without a gap, newest first. */
export interface Inbox {
  groups: readonly MessageGroup[];
  /** Where older groups are; undefined when all are here. */
  older: string | undefined;
}

/** Takes the newest page in. Groups only ever move up, so what it does not show has not changed, or it is all new. */
export function withFirstPage(known: Inbox | undefined, page: Page<MessageGroup>): Inbox {
  const fresh: Inbox = { groups: page.items, older: page.links.next };
  if (!known) return fresh;
  const meets = page.items.some((group) => known.groups.some((one) => isSame(one, group)));
  if (!meets && page.links.next) return fresh;
  return { groups: merge(known.groups, page.items), older: known.groups.length > 0 ? known.older : page.links.next };
}

export function withOlderGroups(known: Inbox, page: Page<MessageGroup>): Inbox {
  return { groups: merge(known.groups, page.items), older: page.links.next };
}

/** Moves a group to where its new message puts it; a group that is not known yet comes with the next page. */
export function withMessage(known: Inbox, uuid: string, message: string, created_at: string): Inbox {
  const group = known.groups.find((one) => one.uuid === uuid);
  return group ? { ...known, groups: merge(known.groups, [{ ...group, message, created_at }]) } : known;
}

function isSame(a: MessageGroup, b: MessageGroup): boolean {
  return a.uuid === b.uuid && a.created_at === b.created_at;
}

// An inbox is moved a moment after its message is stored: what is known here may be ahead of the page.
function merge(known: readonly MessageGroup[], more: readonly MessageGroup[]): readonly MessageGroup[] {
  const byUuid = new Map(known.map((group) => [group.uuid, group]));
  for (const group of more) {
    const before = byUuid.get(group.uuid);
    if (!before || before.created_at <= group.created_at) byUuid.set(group.uuid, group);
  }
  return [...byUuid.values()].sort((a, b) => (a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : 0));
}
