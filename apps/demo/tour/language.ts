export type Language = 'ru' | 'en';

/** The same words in both languages. */
export type Spoken = Readonly<Record<Language, string>>;

/** What the reader's environment asks for: the first of the POSIX variables that is set; Russian for `ru…`. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^ru/i.test(locale) ? 'ru' : 'en';
}
