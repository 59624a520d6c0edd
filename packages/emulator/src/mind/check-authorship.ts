import { countTokens } from './count-tokens.ts';
import { hashText } from './seeded-random.ts';
import type { AuthorshipCheck } from './mind.ts';

/** Turns of phrase that machines are fond of. */
const machineLike =
  /следует отметить|важно (?:отметить|понимать)|таким образом|в заключение|в современном мире|играет (?:важную|ключевую) роль|является|не только[^.]*но и|кроме того|стоит (?:отметить|подчеркнуть)|it is important to note|in conclusion|furthermore|moreover|delve|plays a (?:crucial|key) role|in today's world|not only[^.]*but also/giu;
const personLike =
  /(?<!\p{L})(?:я|мне|мой|моя|ну|блин|короче|кстати|вроде|ага|I|my|me|well|kinda|honestly|lol)(?!\p{L})|\.\.\.|!{2,}|\)\)/giu;

/**
 * A guess by turns of phrase, sentence by sentence; undecided ones fall by their own letters, so that the same
 * text is always judged alike. Neighbouring sentences of a machine make one interval.
 */
export function checkAuthorship(text: string): AuthorshipCheck {
  const intervals: [number, number][] = [];
  let machine = 0;
  for (const { index, 0: sentence } of text.matchAll(/[^.!?\n]+[.!?]*\s*/g)) {
    if (sentence.trim() === '' || !isMachineLike(sentence)) continue;
    const end = index + sentence.trimEnd().length;
    machine += end - index;
    const last = intervals.at(-1);
    if (last !== undefined && index - last[1] <= 2) last[1] = end;
    else intervals.push([index, end]);
  }
  const share = text.trim() === '' ? 0 : machine / text.trim().length;
  const category = share > 0.8 ? 'ai' : share < 0.2 ? 'human' : 'mixed';
  return {
    category,
    characters: [...text].length,
    tokens: countTokens(text),
    aiIntervals: category === 'human' ? [] : intervals,
  };
}

function isMachineLike(sentence: string): boolean {
  const machine = sentence.match(machineLike)?.length ?? 0;
  const person = sentence.match(personLike)?.length ?? 0;
  if (machine !== person) return machine > person;
  return sentence.length > 60 && hashText(sentence.trim()) % 2 === 0;
}
