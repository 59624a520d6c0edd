import { conceptsOf } from '../language/concepts-of.ts';
import { sentencesOf } from '../language/sentences-of.ts';
import type { Skill } from './skill.ts';

const asksForSummary =
  /(?:кратк\p{L}+ (?:содержание|излож|переск|выжимк)|кратко (?:изложи|перескажи|опиши)|изложи кратко|перескажи|суммаризируй|сократи|подведи итог|выдели главное|главн\p{L}+ мысл|о ч[её]м (?:этот |данный |тут |здесь )?(?:текст|документ|файл|стать)|что (?:написано |находится |содержится )?в (?:эт\p{L}+ )?(?:файле|документе|тексте|вложении)|what(?:'s| is) (?:written )?in (?:the|this) (?:file|document|text|attachment)|what is (?:the|this) (?:file|document|text) about|опиши (?:файл|документ)|^\s*$|резюмируй|тезисы|summar(?:y|ise|ize)|tl;?dr|key points|main (?:idea|points)|in short)/iu;

/** The gist of a text that was given: the sentences that share most ideas with the rest, in their order. */
export const summarise: Skill = (asked) => {
  if (!asksForSummary.test(asked.question)) return undefined;
  const given =
    asked.passages.map(({ text }) => text).join('\n') ||
    textAfterColon(asked.question) ||
    lastSaid(asked.saidBefore);
  const gist = gistOf(given, asked.manners.isBrief ? 1 : 3);
  if (gist.length === 0) return undefined;
  return asked.manners.wantsBullets || /тезис|пункт|key points|bullet/i.test(asked.question)
    ? gist.map((sentence) => `- ${sentence}`).join('\n')
    : gist.join(' ');
};

/** The most telling sentences of a text, in their order. */
export function gistOf(text: string, most: number): string[] {
  const sentences = sentencesOf(text).map((sentence) => ({
    sentence,
    concepts: new Set(conceptsOf(sentence)),
  }));
  const counts = new Map<string, number>();
  for (const { concepts } of sentences)
    for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const scored = sentences.map(({ sentence, concepts }, index) => {
    const weight = [...concepts].reduce((sum, concept) => sum + (counts.get(concept) ?? 0), 0);
    return { sentence, index, score: (weight / Math.sqrt(concepts.size + 3)) * (index === 0 ? 1.4 : 1) };
  });
  return scored
    .toSorted((one, other) => other.score - one.score)
    .slice(0, Math.min(most, Math.max(1, Math.ceil(sentences.length / 2))))
    .toSorted((one, other) => one.index - other.index)
    .map(({ sentence }) => sentence);
}

function textAfterColon(question: string): string {
  return /[:\n]\s*([\s\S]{40,})$/.exec(question)?.[1] ?? '';
}

function lastSaid(saidBefore: readonly string[]): string {
  return saidBefore.findLast((text) => text.length > 200) ?? '';
}
