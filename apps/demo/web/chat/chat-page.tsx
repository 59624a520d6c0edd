import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useEffect, useRef, useState } from 'react';
import type { Choice } from '../engine-bar.tsx';
import { useLanguage } from '../language/language-context.tsx';
import { Composer } from './composer.tsx';
import { MessageView } from './message-view.tsx';

const transport = new DefaultChatTransport({ api: '/api/chat' });

/** A conversation: `useChat` keeps it, the server streams into it. */
export function ChatPage({ choice }: { readonly choice: Choice }) {
  const { words } = useLanguage();
  const { messages, sendMessage, setMessages, regenerate, stop, status, error, clearError } = useChat({
    transport,
    throttle: 30,
  });
  const [draft, setDraft] = useState('');
  const end = useRef<HTMLDivElement>(null);
  const isBusy = status === 'submitted' || status === 'streaming';

  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [messages]);

  const send = (text: string) => {
    if (text.trim() === '' || isBusy) return;
    setDraft('');
    void sendMessage({ text }, { body: choice });
  };

  return (
    <main className="chat">
      <div className="messages" role="log" aria-live="polite" aria-busy={isBusy}>
        {messages.length === 0 && (
          <section className="empty">
            <h2>{words.emptyTitle}</h2>
            <p>{words.emptyHint}</p>
            <div className="suggestions">
              {words.suggestions.map((text) => (
                <button type="button" key={text} onClick={() => send(text)}>
                  {text}
                </button>
              ))}
            </div>
          </section>
        )}
        {messages.map((message) => (
          <MessageView key={message.id} message={message} />
        ))}
        {status === 'submitted' && <p className="thinking">{words.thinking}</p>}
        {error && (
          <section className="error" role="alert">
            <strong>{words.errorTitle}</strong>
            <p>{error.message}</p>
            <button
              type="button"
              onClick={() => {
                clearError();
                void regenerate({ body: choice });
              }}
            >
              {words.retry}
            </button>
          </section>
        )}
        {messages.length > 0 && !isBusy && !error && (
          <div className="after">
            <button type="button" className="quiet" onClick={() => void regenerate({ body: choice })}>
              ↻ {words.regenerate}
            </button>
            <button type="button" className="quiet" onClick={() => setMessages([])}>
              ✕ {words.clear}
            </button>
          </div>
        )}
        <div ref={end} />
      </div>
      <Composer draft={draft} isBusy={isBusy} onDraft={setDraft} onSend={send} onStop={() => void stop()} />
    </main>
  );
}
