import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

// Closer to the end than this, one is reading the newest messages.
const NEAR_PIXELS = 80;

/**
 * Keeps in place what one reads: at the newest message when the list is opened and while one stays there, and on the
 * same message when others come in above or below it.
 *
 * Not left to the browser's scroll anchoring, which not all have and none applies at the very top.
 *
 * @param newest identifies the newest message
 * @param sent identifies the newest message of one's own that is not confirmed; a new one leads to the end
 */
export function useScrollPosition(newest: string | undefined, sent: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const first = useRef<{ element: HTMLElement; top: number }>(undefined);
  const [isBehind, setBehind] = useState(false);

  const toNewest = useCallback(() => {
    box.current!.scrollTop = box.current!.scrollHeight;
    isAtEnd.current = true;
    setBehind(false);
  }, []);

  // After every rendering, because any can move things.
  useLayoutEffect(() => {
    const scrolled = box.current!;
    const before = first.current;
    if (isAtEnd.current) {
      scrolled.scrollTop = scrolled.scrollHeight;
    } else if (before?.element.isConnected) {
      scrolled.scrollTop += before.element.offsetTop - before.top;
    }
    const element = scrolled.querySelector<HTMLElement>('li.message');
    first.current = element ? { element, top: element.offsetTop } : undefined;
  });

  const known = useRef(newest);
  useEffect(() => {
    if (known.current === newest) return;
    known.current = newest;
    if (!isAtEnd.current) setBehind(true);
  }, [newest]);

  const knownSent = useRef(sent);
  useLayoutEffect(() => {
    if (sent && sent !== knownSent.current) toNewest();
    knownSent.current = sent;
  }, [sent, toNewest]);

  useEffect(() => {
    const scrolled = box.current!;
    const look = () => {
      isAtEnd.current = scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight < NEAR_PIXELS;
      if (isAtEnd.current) setBehind(false);
    };
    // A keyboard that comes up, or a window that is made smaller, must not hide the end.
    const resized = new ResizeObserver(() => {
      if (isAtEnd.current) scrolled.scrollTop = scrolled.scrollHeight;
    });
    resized.observe(scrolled);
    scrolled.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      scrolled.removeEventListener('scroll', look);
    };
  }, []);

  return { box, isBehind, toNewest };
}
