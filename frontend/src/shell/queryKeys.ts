/** The inbox. */
export const inboxKey = ['inbox'] as const;

/** A conversation, by its uuid. */
export const conversationKey = (group: string) => ['conversation', group] as const;

/** A user's short profile. */
export const userKey = (handle: string) => ['user', handle] as const;

/** The uuid of the conversation that a first message to somebody has led to. */
export const openedKey = (handle: string) => ['opened', handle] as const;
