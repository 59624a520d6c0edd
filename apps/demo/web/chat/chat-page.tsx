import '../styles/chat.css';
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useState } from 'react';
import { EngineBar, type Choice } from '../engine-bar.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import { readToldError } from '../errors/read-told-error.ts';
import { useLanguage } from '../language/language-context.tsx';
import type { Answer } from './answer.ts';
import { Composer } from './composer.tsx';
import { MessageView } from './message-view.tsx';
import { readAsPart } from './read-as-part.ts';
import { SourcePanel } from './source-panel.tsx';
import { useFollowEnd } from './use-follow-end.ts';

const transport = new DefaultChatTransport<Answer>({ api: '/api/chat' });

interface ChatPageProps {
  readonly choice: Choice;
  readonly models: readonly string[];
  readonly onChoice: (choice: Choice) => void;
}

/** A conversation: `useChat` keeps it, the server streams into it. */
export function ChatPage({ choice, models, onChoice }: ChatPageProps) {
  const { words } = useLanguage();
  const { messages, sendMessage, setMessages, regenerate, stop, status, error, clearError } = useChat<Answer>(
    {
      transport,
      throttle: 30,
    },
  );
  const [draft, setDraft] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isCodeShown, setIsCodeShown] = useState(false);
  const list = useFollowEnd();
  const isBusy = status === 'submitted' || status === 'streaming';

  const send = async (text: string) => {
    if ((text.trim() === '' && files.length === 0) || isBusy) return;
    const parts = await Promise.all(files.map(readAsPart));
    setDraft('');
    setFiles([]);
    await sendMessage({ text, files: parts }, { body: choice });
  };

  return (
    <main className="page">
      <EngineBar
        choice={choice}
        models={models}
        isCodeShown={isCodeShown}
        onChange={onChoice}
        onShowCode={() => setIsCodeShown(!isCodeShown)}
      />
      {isCodeShown && <SourcePanel name={choice.engine} />}
      <div
        ref={list}
        className="messages"
        role="log"
        aria-label={words.conversation}
        aria-busy={isBusy}
        tabIndex={0}
      >
        {messages.length === 0 && (
          <section className="empty">
            <h2>{words.emptyTitle}</h2>
            <p>{words.emptyHint}</p>
            <div className="suggestions">
              {words.suggestions.map((text) => (
                <button type="button" key={text} onClick={() => void send(text)}>
                  {text}
                </button>
              ))}
            </div>
          </section>
        )}
        {messages.map((message, index) => (
          <MessageView
            key={message.id}
            message={message}
            isWhole={!isBusy || index < messages.length - 1}
            onRegenerate={
              index === messages.length - 1 && !isBusy ? () => void regenerate({ body: choice }) : undefined
            }
          />
        ))}
        {status === 'submitted' && (
          <p className="thinking" role="status">
            {words.thinking}
          </p>
        )}
        {error && (
          <ErrorBox error={readToldError(error.message)}>
            <button
              type="button"
              onClick={() => {
                clearError();
                void regenerate({ body: choice });
              }}
            >
              {words.retry}
            </button>
          </ErrorBox>
        )}
      </div>
      <Composer
        draft={draft}
        files={files}
        isBusy={isBusy}
        onDraft={setDraft}
        onFiles={setFiles}
        onSend={() => void send(draft)}
        onStop={() => void stop()}
      />
      <div className="under">
        {messages.length > 0 && !isBusy ? (
          <button
            type="button"
            className="quiet small"
            onClick={() => {
              clearError();
              setMessages([]);
            }}
          >
            {words.clear}
          </button>
        ) : (
          <span className="muted small">{words.composerHint}</span>
        )}
      </div>
    </main>
  );
}
