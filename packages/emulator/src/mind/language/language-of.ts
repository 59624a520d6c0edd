export type Language = 'ru' | 'en';

/** Which language a text is in, by its letters; `undefined` when it has none. Russian wins a tie: names in it are often Latin. */
export function languageOf(text: string): Language | undefined {
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (cyrillic === 0 && latin === 0) return undefined;
  return cyrillic * 3 >= latin ? 'ru' : 'en';
}
