import { useLocation } from 'react-router';

/** Whether somebody came here by sending a first message, and goes on writing. */
export function useIsWriting(): boolean {
  return (useLocation().state as { isWriting?: boolean } | null)?.isWriting === true;
}
