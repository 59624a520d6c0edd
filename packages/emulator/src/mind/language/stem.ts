import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';

const known = new Map<string, string>();
const mostKnown = 20_000;

/** The part of a lower-case word that its inflections share. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const made = /[а-яё]/.test(word) ? stemRussian(word.replaceAll('ё', 'е')) : stemLatin(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, made);
  return made;
}

function stemLatin(word: string): string {
  return /^[a-z']+$/.test(word) ? stemEnglish(word.replace(/'s$/, '')) : word;
}
