import { NavLink } from 'react-router';
import type { MessageGroup } from '../api/Api';
import { Avatar } from '../people/Avatar';
import { fullTime, relativeTime } from '../time/times';

/** One conversation of the inbox; `aria-current` marks the one that is open. */
export function GroupLink({ group, now }: { group: MessageGroup; now: Date }) {
  return (
    <NavLink to={`/messages/${group.uuid}`} className="group">
      <Avatar name={group.display_name} />
      <span className="group-who">
        <span className="group-name">{group.display_name}</span> <span className="group-handle">@{group.handle}</span>
      </span>{' '}
      <time dateTime={group.created_at} title={fullTime(group.created_at)}>
        {relativeTime(group.created_at, now)}
      </time>{' '}
      <span className="group-message">{group.message}</span>
    </NavLink>
  );
}
