import { useState } from 'react';
import { ChatPage } from './chat/chat-page.tsx';
import { EngineBar, type Choice } from './engine-bar.tsx';
import { useLanguage } from './language/language-context.tsx';
import { ThemeButton } from './theme-button.tsx';
import { useAbout } from './use-about.ts';

export function App() {
  const { words, switchLanguage } = useLanguage();
  const about = useAbout();
  const [choice, setChoice] = useState<Choice>({ engine: 'ai-sdk', model: 'GigaChat-2-Pro', api: 'v1' });
  return (
    <div className="app">
      <header className="top">
        <h1>
          giga<span>kit</span>
        </h1>
        <p className="tagline">{words.tagline}</p>
        <nav aria-label="settings">
          <button type="button" className="quiet" onClick={switchLanguage}>
            {words.switchLanguage}
          </button>
          <ThemeButton />
        </nav>
      </header>
      {about && (
        <p className={`notice ${about.backend}`} role="status">
          {about.error ?? (about.backend === 'emulator' ? words.emulatorNotice : words.realNotice)}
        </p>
      )}
      <EngineBar choice={choice} models={about?.models ?? []} onChange={setChoice} />
      <ChatPage choice={choice} />
    </div>
  );
}
