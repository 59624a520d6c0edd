import { useRef, useState, type ComponentPropsWithoutRef } from 'react';
import { useLanguage } from '../language/language-context.tsx';

const shownMs = 1500;

/** A block of code that scrolls within itself and can be copied. */
export function CodeBlock({ children }: ComponentPropsWithoutRef<'pre'>) {
  const { words } = useLanguage();
  const block = useRef<HTMLPreElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(block.current?.textContent ?? '');
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), shownMs);
  };
  return (
    <div className="code">
      <button type="button" className="quiet small" onClick={() => void copy()}>
        {isCopied ? words.copied : words.copy}
      </button>
      <pre ref={block} tabIndex={0}>
        {children}
      </pre>
    </div>
  );
}
