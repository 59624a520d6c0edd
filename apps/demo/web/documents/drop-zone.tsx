import { useRef, useState } from 'react';
import { useLanguage } from '../language/language-context.tsx';

const samples = ['паром.md', 'библиотека.md', 'кофейня.md'];

interface DropZoneProps {
  readonly isEmpty: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where documents come in: dropped, picked, or three samples that ship with the demo. */
export function DropZone({ isEmpty, onFiles }: DropZoneProps) {
  const { words } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const takeSamples = async () => {
    const files = samples.map(async (name) => {
      const response = await fetch(`/samples/${encodeURIComponent(name)}`);
      return new File([await response.blob()], name, { type: 'text/markdown' });
    });
    onFiles(await Promise.all(files));
  };
  return (
    <div
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".txt,.md,.markdown,.pdf"
        aria-label={words.addFiles}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button type="button" onClick={() => picker.current?.click()}>
        {words.addFiles}
      </button>
      {isEmpty && (
        <button type="button" className="plain" onClick={() => void takeSamples()}>
          {words.addSamples}
        </button>
      )}
      <span className="muted small">{words.dropHere}</span>
    </div>
  );
}
