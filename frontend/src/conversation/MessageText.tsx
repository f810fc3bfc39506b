import { segments } from './segments';

/** A message's text with its links to click; never anything but text. */
export function MessageText({ text }: { text: string }) {
  return (
    <span className="message-text">
      {segments(text).map((segment, index) =>
        segment.href ? (
          <a key={index} href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
            {segment.text}
          </a>
        ) : (
          segment.text
        ),
      )}
    </span>
  );
}
