import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '../api/Api';
import { type Conversation, withSent } from '../conversation/conversation';
import { conversationKey, inboxKey, openedKey } from '../shell/queryKeys';
import { type Inbox, withMessage } from '../inbox/inbox';
import { Drafts } from './Drafts';
import { Outbox, type Outgoing } from './Outbox';

/** The drafts and the outbox of a user, the outbox bound to the API and to what is shown. */
export function messenger(api: Api, client: QueryClient, sub: string): { drafts: Drafts; outbox: Outbox } {
  const send = async ({ key, target, text }: Outgoing) => {
    if ('handle' in target) {
      const { message_group_uuid } = await api.sendTo(target.handle, text, key);
      client.setQueryData(openedKey(target.handle), message_group_uuid);
      await client.invalidateQueries({ queryKey: conversationKey(message_group_uuid) });
      void client.invalidateQueries({ queryKey: inboxKey });
      return;
    }
    const { message_group_uuid, ...message } = await api.send(target.group, text, key);
    client.setQueryData<Conversation>(
      conversationKey(message_group_uuid),
      (known) => known && withSent(known, message),
    );
    client.setQueryData<Inbox>(
      inboxKey,
      (known) => known && withMessage(known, message_group_uuid, message.message, message.created_at),
    );
  };
  return { drafts: new Drafts(localStorage, sub), outbox: new Outbox(sessionStorage, sub, send) };
}
