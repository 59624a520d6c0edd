import { lazy, Suspense, useState } from 'react';
import type { Choice } from './engine-bar.tsx';
import { ErrorBox } from './errors/error-box.tsx';
import { useLanguage } from './language/language-context.tsx';
import { ThemeButton } from './theme-button.tsx';
import { useAbout } from './use-about.ts';
import { useView, views, type View } from './use-view.ts';

const ChatPage = lazy(async () => ({ default: (await import('./chat/chat-page.tsx')).ChatPage }));
const DocumentsPage = lazy(async () => ({
  default: (await import('./documents/documents-page.tsx')).DocumentsPage,
}));
const MapPage = lazy(async () => ({ default: (await import('./map/map-page.tsx')).MapPage }));

export function App() {
  const { words, switchLanguage } = useLanguage();
  const about = useAbout();
  const view = useView();
  // A page that was opened stays, hidden: a conversation should outlive a look at the documents.
  const [opened, setOpened] = useState<ReadonlySet<View>>(new Set([view]));
  if (!opened.has(view)) setOpened(new Set([...opened, view]));
  const [choice, setChoice] = useState<Choice>({
    engine: 'ai-sdk',
    model: 'GigaChat-2-Pro',
    api: 'v1',
    reasoning: false,
  });
  const show = (one: View) => {
    switch (one) {
      case 'chat':
        return <ChatPage choice={choice} models={about?.models ?? []} onChoice={setChoice} />;
      case 'documents':
        return <DocumentsPage choice={choice} />;
      case 'map':
        return <MapPage isOpen={view === 'map'} />;
    }
  };
  return (
    <div className="app">
      <header className="top">
        <h1>
          giga<span>kit</span>
        </h1>
        <nav aria-label={words.pages}>
          {views.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === view ? 'page' : undefined}>
              {words.views[one]}
            </a>
          ))}
        </nav>
        <div className="settings">
          <button type="button" className="quiet small" onClick={switchLanguage}>
            {words.switchLanguage}
          </button>
          <ThemeButton />
        </div>
      </header>
      {about?.error ? (
        <ErrorBox error={about.error} />
      ) : (
        about && (
          <p className={`notice ${about.backend}`} role="status">
            {about.backend === 'emulator' ? words.emulatorNotice : words.realNotice}
          </p>
        )
      )}
      {views
        .filter((one) => opened.has(one))
        .map((one) => (
          <div key={one} className="view" hidden={one !== view}>
            <Suspense
              fallback={
                <p className="muted" role="status">
                  {words.loading}
                </p>
              }
            >
              {show(one)}
            </Suspense>
          </div>
        ))}
    </div>
  );
}
