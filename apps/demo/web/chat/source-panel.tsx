import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language-context.tsx';
import { Markdown } from '../markdown/markdown.tsx';

/** The file on the server that makes the answers, read from the server that runs it. */
export function SourcePanel({ name }: { readonly name: 'ai-sdk' | 'langchain' | 'documents' }) {
  const { words } = useLanguage();
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch(`/api/source/${name}`, { signal: leaving.signal })
      .then((response) => response.text())
      .then(setSource, () => {});
    return () => leaving.abort();
  }, [name]);
  return (
    <section className="source-panel" aria-label={words.code}>
      <p>{words.codeHint}</p>
      {source === undefined ? (
        <p className="muted">{words.loading}</p>
      ) : (
        <Markdown text={`\`\`\`ts\n${source}\n\`\`\``} />
      )}
    </section>
  );
}
