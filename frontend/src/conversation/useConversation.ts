import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api, Message, Page } from '../api/Api';
import { ApiError } from '../api/ApiError';
import { useMessenger } from '../shell/MessengerContext';
import { polling } from '../shell/polling';
import { conversationKey } from '../shell/queryKeys';
import { type Conversation, newestPage, withNewer, withOlder } from './conversation';

/** A conversation, kept up to date, and what loads its older messages. */
export function useConversation(group: string) {
  const { api } = useMessenger();
  const client = useQueryClient();
  const key = conversationKey(group);
  const current = () => client.getQueryData<Conversation>(key);
  const conversation = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      if (!current()) return newestPage(await api.messages(group, signal));
      try {
        return await catchUp(api, current, signal);
      } catch (error) {
        if (!(error instanceof ApiError) || !error.has('cursor_invalid')) throw error;
        return newestPage(await api.messages(group, signal));
      }
    },
    ...polling,
  });
  const older = useMutation({
    mutationFn: async (url: string) => {
      const page = await api.page<Message>(url);
      client.setQueryData<Conversation>(key, (known) => known && withOlder(known, page));
    },
  });
  return { conversation, older };
}

// Everything newer than what is known. What was loaded or sent while a page was under way counts too, so the pages are
// merged into what is known then.
async function catchUp(api: Api, current: () => Conversation | undefined, signal: AbortSignal): Promise<Conversation> {
  const before = current()!;
  // A conversation without a message has no place to go on from.
  if (!before.newer) throw new ApiError(422, ['cursor_invalid']);
  const found: Page<Message> = { items: [], links: { prev: before.newer } };
  let page: Page<Message>;
  do {
    page = await api.page<Message>(found.links.prev!, signal);
    found.items.push(...page.items);
    found.links = { prev: page.links.prev ?? found.links.prev! };
  } while (page.items.length > 0);
  return withNewer(current() ?? before, found);
}
