import type { FoundPassage } from '../../server/documents/library.ts';
import { useLanguage } from '../language/language-context.tsx';
import { plainWords } from './plain-words.ts';

/** The passages an answer was taken from, numbered as the answer cites them; each opens to its whole text. */
export function PassagesView({ passages }: { readonly passages: readonly FoundPassage[] }) {
  const { words } = useLanguage();
  return (
    <section className="passages" aria-label={words.passages(passages.length)}>
      <h3>{words.passages(passages.length)}</h3>
      <ol>
        {passages.map(({ id, document, text, similarity }, index) => (
          <li key={id}>
            <details>
              <summary>
                <span className="number">{index + 1}</span>
                <span className="gist">
                  <strong>{document}</strong> <span className="muted">{similarity.toFixed(2)}</span>
                  <span className="preview">{plainWords(text)}</span>
                </span>
              </summary>
              <p>{text}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
