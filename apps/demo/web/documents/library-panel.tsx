import { useState } from 'react';
import { SourcePanel } from '../chat/source-panel.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import { useLanguage } from '../language/language-context.tsx';
import { DropZone } from './drop-zone.tsx';
import { JobView } from './job-view.tsx';
import type { LibraryState } from './use-library.ts';

interface LibraryPanelProps {
  readonly library: LibraryState;
  /** Closed it leaves the room to the conversation; one without documents is always open. */
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** What is in the library, what is on its way into it, and where more comes in. */
export function LibraryPanel({ library, isOpen, onToggle }: LibraryPanelProps) {
  const { words } = useLanguage();
  const [isCodeShown, setIsCodeShown] = useState(false);
  const documents = library.contents?.documents ?? [];
  const isEmpty = library.contents !== undefined && documents.length === 0 && library.jobs.length === 0;
  const hasDocuments = documents.length > 0;
  return (
    <details
      className="library"
      open={isOpen || !hasDocuments}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary hidden={!hasDocuments}>
        {words.libraryTitle} <span className="muted">{words.documentCount(documents.length)}</span>
      </summary>
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
    </details>
  );
}
