import { memo } from 'react';
import type { Message } from '../api/Api';
import { dayName, fullTime, isSameDay, timeOfDay } from '../time/times';
import { MessageText } from './MessageText';

interface Props {
  message: Message;
  /** The message before it. */
  before: Message | undefined;
  isOwn: boolean;
  now: Date;
}

/** A message, with the day above it where another one begins. */
export const MessageItem = memo(function MessageItem({ message, before, isOwn, now }: Props) {
  const isNewDay = !before || !isSameDay(new Date(before.created_at), new Date(message.created_at));
  const continues = !isNewDay && before.handle === message.handle;
  return (
    <>
      {isNewDay && (
        <li className="day">
          <h3>{dayName(message.created_at, now)}</h3>
        </li>
      )}
      <li className={`message${isOwn ? ' own' : ''}${continues ? ' continues' : ''}`}>
        <span className={isOwn || continues ? 'visually-hidden' : 'message-who'}>
          {isOwn ? 'You' : message.display_name}:{' '}
        </span>
        <MessageText text={message.message} />
        <time className="message-time" dateTime={message.created_at} title={fullTime(message.created_at)}>
          {timeOfDay(message.created_at)}
        </time>
      </li>
    </>
  );
});
