import '../styles/chat.css';
import '../styles/documents.css';
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useState } from 'react';
import type { Answer } from '../chat/answer.ts';
import { Composer } from '../chat/composer.tsx';
import { MessageView } from '../chat/message-view.tsx';
import { useFollowEnd } from '../chat/use-follow-end.ts';
import type { Choice } from '../engine-bar.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import { readToldError } from '../errors/read-told-error.ts';
import { useLanguage } from '../language/language-context.tsx';
import { LibraryPanel } from './library-panel.tsx';
import { useLibrary } from './use-library.ts';

const transport = new DefaultChatTransport<Answer>({ api: '/api/ask' });

/** Documents come in, questions are answered from them. */
export function DocumentsPage({ choice }: { readonly choice: Choice }) {
  const { words } = useLanguage();
  const library = useLibrary();
  const { messages, sendMessage, stop, status, error, clearError, regenerate } = useChat<Answer>({
    transport,
    throttle: 30,
  });
  const [draft, setDraft] = useState('');
  const [isLibraryOpen, setIsLibraryOpen] = useState(true);
  const list = useFollowEnd();
  const isBusy = status === 'submitted' || status === 'streaming';
  const body = { model: choice.model, api: choice.api };
  const documents = library.contents?.documents ?? [];

  const ask = () => {
    if (draft.trim() === '' || isBusy) return;
    setDraft('');
    setIsLibraryOpen(false);
    void sendMessage({ text: draft }, { body });
  };

  return (
    <main className="page documents">
      <LibraryPanel library={library} isOpen={isLibraryOpen} onToggle={setIsLibraryOpen} />
      <div
        ref={list}
        className="messages"
        role="log"
        aria-label={words.conversation}
        aria-busy={isBusy}
        tabIndex={0}
      >
        {messages.map((message, index) => (
          <MessageView
            key={message.id}
            message={message}
            isWhole={!isBusy || index < messages.length - 1}
            onRegenerate={
              index === messages.length - 1 && !isBusy ? () => void regenerate({ body }) : undefined
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
                void regenerate({ body });
              }}
            >
              {words.retry}
            </button>
          </ErrorBox>
        )}
      </div>
      {documents.length > 0 && (
        <Composer
          draft={draft}
          isBusy={isBusy}
          placeholder={words.askDocuments}
          onDraft={setDraft}
          onSend={ask}
          onStop={() => void stop()}
        />
      )}
    </main>
  );
}
