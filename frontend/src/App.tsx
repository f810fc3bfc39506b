import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { Api } from './api/Api';
import { ApiError } from './api/ApiError';
import { ConversationPage } from './conversation/ConversationPage';
import { NewConversationPage } from './people/NewConversationPage';
import { messenger } from './sending/messenger';
import type { Session } from './session/Session';
import { SessionEnded } from './session/SessionEnded';
import { Welcome } from './session/Welcome';
import type { Settings } from './settings';
import { ErrorBoundary } from './shell/ErrorBoundary';
import { Layout } from './shell/Layout';
import { MessengerContext } from './shell/MessengerContext';
import { NothingHere, NothingOpen } from './shell/Placeholders';

const RETRIES = 2;

/** @param problem what went wrong with the sign-in, if something did */
export function App({ settings, session, problem }: { settings: Settings; session: Session; problem?: string }) {
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  return (
    <ErrorBoundary>
      {state === 'signed-out' ? (
        <Welcome session={session} {...(problem ? { problem } : {})} />
      ) : (
        <SignedIn key={session.sub} settings={settings} session={session} ended={state === 'ended'} />
      )}
    </ErrorBoundary>
  );
}

function SignedIn({ settings, session, ended }: { settings: Settings; session: Session; ended: boolean }) {
  const client = useMemo(newQueryClient, []);
  const context = useMemo(() => {
    const api = new Api(settings.api || location.origin, session.token);
    return { api, session, ...messenger(api, client, session.sub) };
  }, [settings, session, client]);
  return (
    <QueryClientProvider client={client}>
      <MessengerContext value={context}>
        <BrowserRouter>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<Navigate to="/messages" replace />} />
              <Route path="messages" element={<NothingOpen />} />
              <Route path="messages/new/:handle" element={<NewConversationPage />} />
              <Route path="messages/:message_group_uuid" element={<ConversationPage />} />
              <Route path="*" element={<NothingHere />} />
            </Route>
          </Routes>
        </BrowserRouter>
        {ended && <SessionEnded session={session} />}
      </MessengerContext>
    </QueryClientProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => failures < RETRIES && error instanceof ApiError && error.isTransient },
    },
  });
}
