import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ApiError, explain } from '../api/ApiError';
import { useKnownInbox } from '../inbox/useInbox';

/** Says so while nothing new can come in; what is on the page stays. */
export function ConnectionBanner() {
  const inbox = useKnownInbox();
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return (
    <div className="banner" role="status">
      {!isOnline ? (
        <p>You are offline. New messages come in as soon as the connection is back.</p>
      ) : (
        inbox.isRefetchError && !isEnded(inbox.error) && <p>{explain(inbox.error)} Trying again…</p>
      )}
    </div>
  );
}

// That has a dialog of its own.
function isEnded(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 401;
}
