import { ApiError } from '../api/ApiError';

const VISIBLE_MILLIS = 2_500;
const HIDDEN_MILLIS = 30_000;
const TROUBLED_MILLIS = 5_000;
const THROTTLED_MILLIS = 20_000;

/** How long until a list is asked for again. */
export function pollInterval(error: Error | null): number {
  if (error instanceof ApiError && error.status === 429) return THROTTLED_MILLIS;
  if (document.hidden) return HIDDEN_MILLIS;
  return error ? TROUBLED_MILLIS : VISIBLE_MILLIS;
}

/** The options of a query that is asked for again and again, seldom while nobody looks. */
export const polling = {
  refetchInterval: (query: { state: { error: Error | null } }) => pollInterval(query.state.error),
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: 'always',
} as const;
