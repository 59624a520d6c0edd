import { lazy, Suspense } from 'react';

const MarkdownText = lazy(() => import('./markdown-text.tsx'));

/** Markdown; the plain text stands in until the renderer has been loaded. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<div className="text plain">{text}</div>}>
      <MarkdownText text={text} />
    </Suspense>
  );
}
