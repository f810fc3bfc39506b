import { useEffect, useState } from 'react';

const TICK_MILLIS = 20_000;

/** The time, renewed often enough for what is told in minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
