import { useLanguage } from '../language/language-context.tsx';

interface ComposerProps {
  readonly draft: string;
  readonly isBusy: boolean;
  readonly onDraft: (draft: string) => void;
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
}

/** Where a message is written: Enter sends, Shift+Enter makes a new line. */
export function Composer({ draft, isBusy, onDraft, onSend, onStop }: ComposerProps) {
  const { words } = useLanguage();
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(draft);
      }}
    >
      <textarea
        aria-label={words.placeholder}
        placeholder={words.placeholder}
        rows={1}
        value={draft}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onSend(draft);
        }}
      />
      {isBusy ? (
        <button type="button" onClick={onStop}>
          {words.stop}
        </button>
      ) : (
        <button type="submit" disabled={draft.trim() === ''}>
          {words.send}
        </button>
      )}
    </form>
  );
}
