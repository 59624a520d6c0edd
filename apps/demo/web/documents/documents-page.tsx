import '../styles/chat.css';
import '../styles/documents.css';
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useState } from 'react';
import type { Answer } from '../chat/answer.ts';
import { Composer } from '../chat/composer.tsx';
import { MessageView } from '../chat/message-view.tsx';
import { SourcePanel } from '../chat/source-panel.tsx';
import { useFollowEnd } from '../chat/use-follow-end.ts';
import type { Choice } from '../engine-bar.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import { readToldError } from '../errors/read-told-error.ts';
import { useLanguage } from '../language/language-context.tsx';
import { DropZone } from './drop-zone.tsx';
import { JobView } from './job-view.tsx';
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
  const [isCodeShown, setIsCodeShown] = useState(false);
  const list = useFollowEnd(messages);
  const isBusy = status === 'submitted' || status === 'streaming';
  const body = { model: choice.model, api: choice.api };
  const documents = library.contents?.documents ?? [];
  const isEmpty = library.contents !== undefined && documents.length === 0 && library.jobs.length === 0;

  const ask = () => {
    if (draft.trim() === '' || isBusy) return;
    setDraft('');
    void sendMessage({ text: draft }, { body });
  };

  return (
    <main className="page documents">
      <section className="library" aria-label={words.libraryTitle}>
        {isEmpty && (
          <div className="empty">
            <h2>{words.libraryEmptyTitle}</h2>
            <p>{words.libraryEmptyHint}</p>
          </div>
        )}
        {library.contents === undefined && !library.error && (
          <p className="muted" role="status">
            {words.loading}
          </p>
        )}
        {library.error && <ErrorBox error={library.error} />}
        <DropZone isEmpty={isEmpty} onFiles={(files) => void library.add(files)} />
        <ul className="document-list">
          {library.jobs.map((job) => (
            <JobView key={job.id} job={job} onDismiss={() => library.dismiss(job.id)} />
          ))}
          {documents.map(({ hash, name, passages }) => (
            <li key={hash}>
              <div>
                <strong>{name}</strong>
                <span className="muted">{words.passageCount(passages)}</span>
              </div>
              <button
                type="button"
                className="quiet small"
                aria-label={`${words.remove} ${name}`}
                onClick={() => void library.remove(hash)}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
        <p className="muted small database">
          {library.contents && words.database[library.contents.database]}
          <button
            type="button"
            className="quiet small"
            aria-expanded={isCodeShown}
            onClick={() => setIsCodeShown(!isCodeShown)}
          >
            {`</> ${words.code}`}
          </button>
        </p>
        {isCodeShown && <SourcePanel name="documents" />}
      </section>
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
