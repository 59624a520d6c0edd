import type { ReactNode } from 'react';
import type { ToldError } from '../../server/error-text.ts';
import { useLanguage } from '../language/language-context.tsx';

interface ErrorBoxProps {
  readonly error: ToldError;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What went wrong in the page's language, and below it the exact words with their hint. */
export function ErrorBox({ error, children }: ErrorBoxProps) {
  const { words } = useLanguage();
  return (
    <section className="error" role="alert">
      <strong>{words.errors[error.kind] ?? words.errors.other}</strong>
      {error.message !== '' && <p>{error.message}</p>}
      {children}
    </section>
  );
}
