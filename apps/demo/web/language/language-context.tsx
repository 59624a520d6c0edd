import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { strings, type Language } from './strings.ts';

interface LanguageState {
  readonly language: Language;
  readonly words: (typeof strings)[Language];
  readonly switchLanguage: () => void;
}

const LanguageContext = createContext<LanguageState | undefined>(undefined);

const storageKey = 'gigakit.language';

function initialLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (stored === 'ru' || stored === 'en') return stored;
  return navigator.language.startsWith('en') ? 'en' : 'ru';
}

/** Holds the page's language; a choice is remembered in the browser. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initialLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  }, [language]);
  const state = useMemo<LanguageState>(
    () => ({
      language,
      words: strings[language],
      switchLanguage: () => setLanguage(language === 'ru' ? 'en' : 'ru'),
    }),
    [language],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (state === undefined) throw new Error('useLanguage needs a LanguageProvider above it');
  return state;
}
