import { useRef } from 'react';
import { useLanguage } from '../language/language-context.tsx';

interface ComposerProps {
  readonly draft: string;
  readonly files?: readonly File[];
  readonly isBusy: boolean;
  readonly placeholder?: string;
  readonly onDraft: (draft: string) => void;
  /** Without it nothing can be attached. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
}

const noFiles: readonly File[] = [];
const attachable = 'image/*,audio/*,.txt,.md,.pdf,.docx,.pptx,.xlsx,.epub';

/** Where a message is written: Enter sends, Shift+Enter makes a new line; files are picked, pasted or dropped. */
export function Composer({
  draft,
  files = noFiles,
  isBusy,
  placeholder,
  onDraft,
  onFiles,
  onSend,
  onStop,
}: ComposerProps) {
  const { words } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const label = placeholder ?? words.placeholder;
  const add = (added: FileList) => {
    if (added.length > 0) onFiles?.([...files, ...added]);
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add(event.dataTransfer.files);
      }}
    >
      {files.length > 0 && (
        <ul className="attachments">
          {files.map((file, index) => (
            <li key={`${file.name}-${file.size}-${file.lastModified}`}>
              {file.name}
              <button
                type="button"
                className="quiet small"
                aria-label={`${words.remove} ${file.name}`}
                onClick={() => onFiles?.(files.filter((_, at) => at !== index))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="composer-row">
        {onFiles && (
          <>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              accept={attachable}
              aria-label={words.attach}
              onChange={(event) => {
                if (event.target.files) add(event.target.files);
                event.target.value = '';
              }}
            />
            <button
              type="button"
              className="quiet icon"
              aria-label={words.attach}
              title={words.attach}
              onClick={() => picker.current?.click()}
            >
              ＋
            </button>
          </>
        )}
        <textarea
          aria-label={label}
          placeholder={label}
          rows={1}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onPaste={(event) => {
            if (onFiles) add(event.clipboardData.files);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onSend();
          }}
        />
        {isBusy ? (
          <button type="button" onClick={onStop}>
            {words.stop}
          </button>
        ) : (
          <button type="submit" disabled={draft.trim() === '' && files.length === 0}>
            {words.send}
          </button>
        )}
      </div>
    </form>
  );
}
