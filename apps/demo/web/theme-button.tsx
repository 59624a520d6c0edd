import { useEffect, useState } from 'react';
import { useLanguage } from './language/language-context.tsx';

const storageKey = 'gigakit.theme';

/** Light or dark; the system's choice until the reader makes one. */
export function ThemeButton() {
  const { words } = useLanguage();
  const [theme, setTheme] = useState(
    () =>
      localStorage.getItem(storageKey) ??
      (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(storageKey, theme);
  }, [theme]);
  return (
    <button
      type="button"
      className="quiet"
      aria-label={words.switchTheme}
      title={words.switchTheme}
      onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
    >
      {theme === 'dark' ? '☀' : '☾'}
    </button>
  );
}
