import { useState } from 'react';
import { useLanguage } from './language/language-context.tsx';

const shownMs = 1500;

export function CopyButton({ text }: { readonly text: string }) {
  const { words } = useLanguage();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), shownMs);
  };
  return (
    <button type="button" className="quiet small" onClick={() => void copy()}>
      {isCopied ? words.copied : words.copy}
    </button>
  );
}
