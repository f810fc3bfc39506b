import { createContext, use } from 'react';
import type { Api } from '../api/Api';
import type { Drafts } from '../sending/Drafts';
import type { Outbox } from '../sending/Outbox';
import type { Session } from '../session/Session';

/** What the pages of somebody who is signed in share. */
export interface Messenger {
  api: Api;
  session: Session;
  drafts: Drafts;
  outbox: Outbox;
}

export const MessengerContext = createContext<Messenger | undefined>(undefined);

export function useMessenger(): Messenger {
  const messenger = use(MessengerContext);
  if (!messenger) throw new Error('outside of MessengerContext');
  return messenger;
}
