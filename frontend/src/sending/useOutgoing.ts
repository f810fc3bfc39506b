import { useSyncExternalStore } from 'react';
import { useMessenger } from '../shell/MessengerContext';
import { isSameTarget, type Outgoing, type Target } from './Outbox';

/** The unconfirmed messages to a target, oldest first. */
export function useOutgoing(target: Target): readonly Outgoing[] {
  const { outbox } = useMessenger();
  const all = useSyncExternalStore(outbox.subscribe, outbox.messages);
  return all.filter((message) => isSameTarget(message.target, target));
}
