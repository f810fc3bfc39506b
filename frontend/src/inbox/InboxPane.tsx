import { explain } from '../api/ApiError';
import { FindPerson } from '../people/FindPerson';
import { Failure } from '../shell/Failure';
import { useNow } from '../time/useNow';
import { GroupLink } from './GroupLink';
import { useInbox } from './useInbox';

/** Everybody one talks to, the newest conversation first. */
export function InboxPane() {
  const { inbox, older } = useInbox();
  const now = useNow();
  const groups = inbox.data?.groups;
  const more = inbox.data?.older;
  return (
    <aside className="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">Conversations</h2>
      <FindPerson />
      <div className="inbox-list">
        {inbox.isPending && <Skeleton />}
        {inbox.isError && !groups && <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />}
        {groups?.length === 0 && (
          <p className="hint">
            No conversations yet. Find somebody by handle and say hello: your conversations appear here.
          </p>
        )}
        <ul>
          {groups?.map((group) => (
            <li key={group.uuid}>
              <GroupLink group={group} now={now} />
            </li>
          ))}
        </ul>
        {more && (
          <button type="button" className="quiet" disabled={older.isPending} onClick={() => older.mutate(more)}>
            {older.isPending ? 'Loading…' : 'Older conversations'}
          </button>
        )}
        {older.isError && <p role="alert">{explain(older.error)}</p>}
      </div>
    </aside>
  );
}

function Skeleton() {
  return (
    <div className="skeletons" role="status">
      <span className="visually-hidden">Loading conversations…</span>
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="skeleton" />
      ))}
    </div>
  );
}
