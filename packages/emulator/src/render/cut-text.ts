import type { EmulatorOptions } from '../emulator-options.ts';

/** Cuts generated text into stream chunks; joined, they are the text again. */
export function cutText(text: string, granularity: NonNullable<EmulatorOptions['granularity']>): string[] {
  if (text === '') return [];
  switch (granularity) {
    case 'whole':
      return [text];
    case 'character':
      return Array.from(text);
    case 'token':
      return wordsOf(text).flatMap((word) => word.match(/\s*[^\s]{1,4}|\s+/gu) ?? [word]);
    case 'phrase':
      return phrasesOf(wordsOf(text));
  }
}

/** Each word with the space before it. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [text];
}

const wordsInPhrase = 3;

function phrasesOf(words: readonly string[]): string[] {
  const phrases: string[] = [];
  let phrase = '';
  let count = 0;
  for (const word of words) {
    phrase += word;
    count += 1;
    if (count < wordsInPhrase && !/[.,;:!?…]$/u.test(word)) continue;
    phrases.push(phrase);
    phrase = '';
    count = 0;
  }
  return phrase === '' ? phrases : [...phrases, phrase];
}
