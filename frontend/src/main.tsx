import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Session } from './session/Session';
import { loadSettings } from './settings';
import { CannotStart } from './shell/CannotStart';
import './styles/index.css';

const root = createRoot(document.getElementById('root')!);

async function start(): Promise<void> {
  const settings = await loadSettings();
  const session = new Session(settings);
  let problem = '';
  try {
    history.replaceState(null, '', await session.resume());
  } catch {
    problem = 'The sign-in did not succeed. Please try again.';
  }
  root.render(
    <StrictMode>
      <App settings={settings} session={session} problem={problem} />
    </StrictMode>,
  );
}

start().catch(() => root.render(<CannotStart />));
