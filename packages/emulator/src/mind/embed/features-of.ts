import { conceptOf } from '../language/concepts-of.ts';
import { stopWords } from '../language/stop-words.ts';
import { transliterate } from '../language/transliterate.ts';
import { wordsOf } from '../language/words-of.ts';

const weights = { dictionaryConcept: 1, otherStem: 1.2, pair: 0.3, sounds: 1.1, presence: 0.05 } as const;

/**
 * What a text is about, as weighted features: ideas shared by both languages, stems the dictionary does not know
 * (names and terms: the rarer, the more they say), pairs of neighbours, and three-letter pieces of words spelled
 * by sound, which bring names and loan words of the two languages together. Stop words add nothing.
 */
export function featuresOf(text: string): Map<string, number> {
  const counts = new Map<string, number>([['presence', weights.presence]]);
  const add = (feature: string, weight: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + weight);
  };
  let previous: string | undefined;
  for (const word of wordsOf(withoutInstruction(text))) {
    if (stopWords.has(word)) continue;
    const concept = conceptOf(word);
    const isInDictionary = concept.startsWith('#');
    add(concept, isInDictionary ? weights.dictionaryConcept : weights.otherStem);
    if (previous !== undefined) add(`${previous} ${concept}`, weights.pair);
    previous = concept;
    for (const [piece, weight] of soundsOf(word, isInDictionary ? 0.4 : 1)) add(piece, weight);
  }
  for (const [feature, weight] of counts) counts.set(feature, Math.sqrt(weight) * Math.sqrt(baseOf(feature)));
  return counts;
}

/** Repetition counts by its square root, so a long passage is not drowned by one word. */
function baseOf(feature: string): number {
  if (feature.startsWith('~')) return 0.15;
  return feature.includes(' ') ? weights.pair : 1;
}

function* soundsOf(word: string, share: number): Generator<[string, number]> {
  const spelled = `^${transliterate(word)}$`;
  if (spelled.length < 5) return;
  const weight = (weights.sounds * share) / Math.sqrt(spelled.length - 2);
  for (let at = 0; at + 3 <= spelled.length; at++) yield [`~${spelled.slice(at, at + 3)}`, weight];
}

/** Queries to instruction-tuned embedders carry `Instruct: …` before `Query: …`. */
function withoutInstruction(text: string): string {
  return /^\s*instruct:.*?\bquery:\s*(?<query>[\s\S]*)$/is.exec(text)?.groups?.['query'] ?? text;
}
