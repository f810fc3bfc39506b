import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessenger } from '../shell/MessengerContext';
import { polling } from '../shell/polling';
import { inboxKey } from '../shell/queryKeys';
import type { MessageGroup } from '../api/Api';
import { type Inbox, withFirstPage, withOlderGroups } from './inbox';

/** The inbox as far as it is known; {@link useInbox} is what keeps it up to date. */
export function useKnownInbox() {
  return useQuery({ ...useInboxQuery(), enabled: false });
}

/** The inbox, kept up to date, and what loads its older part. In use once on a page: each use asks by itself. */
export function useInbox() {
  const { api } = useMessenger();
  const client = useQueryClient();
  const inbox = useQuery({ ...useInboxQuery(), ...polling });
  const older = useMutation({
    mutationFn: async (url: string) => {
      const page = await api.page<MessageGroup>(url);
      client.setQueryData<Inbox>(inboxKey, (known) => known && withOlderGroups(known, page));
    },
  });
  return { inbox, older };
}

function useInboxQuery() {
  const { api } = useMessenger();
  const client = useQueryClient();
  return queryOptions({
    queryKey: inboxKey,
    queryFn: async ({ signal }) => {
      const page = await api.messageGroups(signal);
      // What was loaded or sent meanwhile counts too.
      return withFirstPage(client.getQueryData<Inbox>(inboxKey), page);
    },
  });
}
