import type { FoundPassage } from '../../server/documents/library.ts';
import { useLanguage } from '../language/language-context.tsx';

/** The passages an answer was taken from, numbered as the answer cites them. */
export function PassagesView({ passages }: { readonly passages: readonly FoundPassage[] }) {
  const { words } = useLanguage();
  return (
    <section className="passages" aria-label={words.passages(passages.length)}>
      <h3>{words.passages(passages.length)}</h3>
      <ol>
        {passages.map(({ document, text, similarity }, index) => (
          <li key={`${document}-${index}`}>
            <details open={index === 0}>
              <summary>
                <span>[{index + 1}]</span> <strong>{document}</strong>{' '}
                <span className="muted">{similarity.toFixed(2)}</span>
              </summary>
              <p>{text}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
