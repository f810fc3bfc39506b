import { sentence } from '../api/errorCodes';
import { MessageText } from '../conversation/MessageText';
import { useMessenger } from '../shell/MessengerContext';
import { canBeSentAgain, type Outgoing } from './Outbox';

/** A message that is not confirmed yet: on its way, or offered again. */
export function OutgoingMessage({ message }: { message: Outgoing }) {
  const { outbox } = useMessenger();
  const failed = message.status === 'failed';
  const again = canBeSentAgain(message, Date.now());
  return (
    <li className={`message own ${message.status}`}>
      <span className="visually-hidden">You: </span>
      <MessageText text={message.text} />
      {failed ? (
        <div className="message-failed">
          <p role="alert">
            Not sent. {message.codes.map(sentence).join(' ')}
            {!again && ' It is too old to be sent again safely: it may have arrived.'}
          </p>
          {again && (
            <button type="button" onClick={() => outbox.retry(message.key)}>
              Send again
            </button>
          )}
          <button type="button" className="quiet" onClick={() => outbox.discard(message.key)}>
            Discard
          </button>
        </div>
      ) : (
        <span className="message-time">Sending…</span>
      )}
    </li>
  );
}
