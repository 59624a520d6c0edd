import { dictionary } from './dictionary.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words-of.ts';

/** By stem, and by the whole word after `=`, which wins: «цветы» and «цвета» share a stem and no meaning. */
let byStem: ReadonlyMap<string, string> | undefined;

/** What a word means whichever language it is in: the idea it shares with its translation, else its stem. */
export function conceptOf(word: string): string {
  byStem ??= readDictionary();
  const spelled = byStem.get(`=${word}`);
  if (spelled !== undefined) return spelled;
  const stemmed = stem(word);
  return byStem.get(stemmed) ?? stemmed;
}

/** Ideas of a text in order, words without a subject left out. */
export function conceptsOf(text: string): string[] {
  const concepts: string[] = [];
  for (const word of wordsOf(text)) if (!stopWords.has(word)) concepts.push(conceptOf(word));
  return concepts;
}

function readDictionary(): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  const taken = new Set<string>();
  for (const line of dictionary.trim().split('\n')) {
    const words = line.split(/[\s=]+/).filter((word) => word !== '');
    let name = `#${line.split('= ')[1]?.split(' ')[0]}`;
    while (taken.has(name)) name += "'";
    taken.add(name);
    for (const word of words) {
      const stemmed = stem(word);
      if (!read.has(`=${word}`)) read.set(`=${word}`, name);
      if (!read.has(stemmed)) read.set(stemmed, name);
    }
  }
  return read;
}
