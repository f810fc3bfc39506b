import { explain } from '../api/ApiError';

/** Why something cannot be shown, and another attempt. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="failure">
      <p role="alert">{explain(error)}</p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
