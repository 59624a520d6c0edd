import { conceptsOf } from '../language/concepts-of.ts';
import { sentencesOf } from '../language/sentences-of.ts';
import { transliterate } from '../language/transliterate.ts';
import { numbersIn } from '../language/numbers-in.ts';
import type { Passage } from './passages.ts';

export interface FoundSentence {
  readonly text: string;
  readonly citation: string | undefined;
  /** 0 to 1: the share of what the question is about that the sentence and its passage speak of. */
  readonly relevance: number;
}

/** A sentence has to speak of this much of the question before it counts as an answer. */
const enough = 0.34;

/** Words that ask for the text itself rather than for something in it. */
const aboutTheText = new Set([
  '#context',
  '#document',
  '#text',
  '#question',
  '#answer',
  'контекст',
  'context',
  'основ',
  'base',
  'соглас',
  'accord',
]);

/** The sentences that answer a question best, best first; none when the passages do not speak of it. */
export function findInPassages(question: string, passages: readonly Passage[], most = 2): FoundSentence[] {
  const wanted = [...new Set(conceptsOf(question))].filter((concept) => !aboutTheText.has(concept));
  if (wanted.length === 0) return [];
  const sentences = passages.flatMap((passage) => {
    const inPassage = new Set(conceptsOf(passage.text));
    return sentencesOf(passage.text).map((text) => ({
      text,
      passage,
      inPassage,
      own: new Set(conceptsOf(text)),
    }));
  });
  const weightOf = new Map(
    wanted.map((concept) => {
      const holders = sentences.filter(({ own }) => has(own, concept) > 0).length;
      return [
        concept,
        Math.log(1 + (sentences.length + 1) / (holders + 0.5)) * (holders === 0 ? 0.7 : 1),
      ] as const;
    }),
  );
  const total = [...weightOf.values()].reduce((sum, weight) => sum + weight, 0);
  const fitsKind = kindAsked(question);
  const scored = sentences.map(({ text, passage, inPassage, own }) => {
    let score = 0;
    for (const [concept, weight] of weightOf) {
      const match = has(own, concept);
      score += weight * (match > 0 ? match : has(inPassage, concept) * 0.35);
    }
    const isBareHeading = own.size > 0 && own.size <= 3 && !/[.!?\d]/.test(text) && sentences.length > 1;
    const bonus = fitsKind(text) ? 1.4 : 1;
    return {
      text,
      citation: passage.citation,
      relevance: Math.min(1, (score / total) * bonus * (isBareHeading || text.endsWith('?') ? 0.6 : 1)),
    };
  });
  const best = scored
    .filter(({ relevance }) => relevance >= enough)
    .toSorted((one, other) => other.relevance - one.relevance);
  const first = best[0];
  if (first === undefined) return [];
  return best.filter(({ relevance }) => relevance >= first.relevance * 0.8).slice(0, most);
}

function has(concepts: ReadonlySet<string>, wanted: string): number {
  if (concepts.has(wanted)) return 1;
  if (wanted.startsWith('#') || wanted.length < 4) return 0;
  const head = transliterate(wanted).slice(0, Math.max(4, wanted.length - 2));
  for (const concept of concepts)
    if (!concept.startsWith('#') && transliterate(concept).startsWith(head)) return 0.8;
  return 0;
}

/** A question of time or amount is better answered by a sentence with a number, one of person by a name. */
function kindAsked(question: string): (sentence: string) => boolean {
  const asksForNumber =
    /сколько|когда|какого числа|каков|(?:глубин|высот|длин|цен|стоимост|скорост|площад|температур|вес|размер|срок)\p{L}*|how (?:many|much|long|old)|when|what (?:time|year)|price|cost|depth|height|speed|стоит/iu;
  if (asksForNumber.test(question)) return (sentence) => numbersIn(sentence).length > 0;
  const asksForPerson = /кто|кем|кого|кому|who/iu;
  return asksForPerson.test(question) ? (sentence) => /[^.!?]\s\p{Lu}\p{L}+/u.test(sentence) : () => false;
}
