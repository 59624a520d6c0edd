import { answerFromPassages, admitIgnorance, retellAttached } from './answer-from-passages.ts';
import { arithmetic } from './arithmetic.ts';
import type { Asked } from './asked.ts';
import { calendar } from './calendar.ts';
import { counting } from './counting.ts';
import { creative } from './creative.ts';
import { dress } from './dress.ts';
import { echo } from './echo.ts';
import { encyclopedia } from './encyclopedia.ts';
import { fallBack } from './fall-back.ts';
import { judgeSentiment, yesOrNo } from './judge.ts';
import { listThings } from './lists.ts';
import { noteFact, recallFact, recallInstructions, recallSaid } from './remember.ts';
import type { Skill } from './skill.ts';
import { smallTalk, withoutGreeting } from './small-talk.ts';
import { summarise } from './summarise.ts';
import { translate } from './translate.ts';
import { writeCode } from './write-code.ts';

/** Tried in this order; the first that has something to say says it. */
const skills: readonly (readonly [name: string, skill: Skill])[] = [
  ['echo', echo],
  ['recall', recallFact],
  ['summary', summarise],
  ['sentiment', judgeSentiment],
  ['translation', translate],
  ['counting', counting],
  ['code', writeCode],
  ['arithmetic', arithmetic],
  ['calendar', calendar],
  ['given texts', answerFromPassages],
  ['list', listThings],
  ['encyclopedia', encyclopedia],
  ['creative', creative],
  ['instructions', recallInstructions],
  ['fact noted', noteFact],
  ['recall', recallSaid],
  ['attached text', retellAttached],
  ['no answer in given texts', admitIgnorance],
  ['fallback', fallBack],
];

export interface TextAnswer {
  readonly text: string;
  /** Which skill answered. */
  readonly by: string;
}

/** An answer in words, put the way the instructions ask. */
export function answerInText(asked: Asked): TextAnswer {
  if (asked.manners.isYesOrNo) return { text: dress(yesOrNo(asked), asked), by: 'yes or no' };
  const question = withoutGreeting(asked.question);
  const plain = question === asked.question ? asked : { ...asked, question };
  const greeted = smallTalk(asked) ?? smallTalk(plain);
  if (greeted !== undefined) return { text: dress(greeted, asked), by: 'small talk' };
  for (const [name, skill] of skills) {
    const text = skill(plain);
    if (text !== undefined) return { text: name === 'echo' ? text : dress(text, asked), by: name };
  }
  return { text: '', by: 'nothing' };
}
