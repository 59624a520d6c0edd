import { lazy, Suspense } from 'react';

const MarkdownText = lazy(async () => ({ default: (await import('./markdown-text.tsx')).MarkdownText }));

/** Markdown; the plain text stands in until the renderer has been loaded. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<div className="text plain">{text}</div>}>
      <MarkdownText text={text} />
    </Suspense>
  );
}
