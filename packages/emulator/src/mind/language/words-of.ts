const wordPattern = /\p{L}[\p{L}\p{M}'’]*|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Words and numbers of a text in lower case, in order. Identifiers are taken apart: `getWeatherNow` is three words. */
export function wordsOf(text: string): string[] {
  const spaced = /[a-z]\p{Lu}/u.test(text) ? text.replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2') : text;
  return (spaced.match(wordPattern) ?? []).map((word) => word.toLowerCase().replaceAll('’', "'"));
}
