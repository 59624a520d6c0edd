import type { AnswerReply } from '../../reply.ts';
import { cutToTokens } from '../count-tokens.ts';
import { asksToDraw, subjectOfDrawing } from '../draw/asks-to-draw.ts';
import { chooseFunction, roundTripsIn } from '../functions/choose-function.ts';
import { evidenceFor, fillArguments } from '../functions/fill-arguments.ts';
import { scoreFunctions } from '../functions/score-function.ts';
import { tellResults } from '../functions/tell-result.ts';
import type { MindTurn } from '../mind-turn.ts';
import { fillSchema } from '../schema/fill-schema.ts';
import { samplePattern } from '../schema/sample-pattern.ts';
import { hashText, seededRandom } from '../seeded-random.ts';
import { describeAttachments } from '../see/describe-attachments.ts';
import { answerInText } from './answer-in-text.ts';
import { understand, type Asked } from './asked.ts';
import { inLanguage } from './skill.ts';
import { thinkAloud } from './think-aloud.ts';
import { useBuiltIn } from './use-built-in.ts';

interface Draft {
  readonly reply: AnswerReply;
  /** In a word, how the answer came about. */
  readonly way: string;
}

/** A whole answer to a turn: a call, JSON by a schema, a picture, or words. */
export function answerTurn(turn: MindTurn, seed: number, now: number): AnswerReply {
  const asked = understand(turn, seed, now);
  const { reply, way } = draft(asked);
  const reasoning = turn.wantsReasoning === true ? { reasoning: thinkAloud(asked, way) } : {};
  if (typeof reply.text !== 'string' || turn.maxTokens === undefined) return { ...reasoning, ...reply };
  const { text, isCut } = cutToTokens(reply.text, turn.maxTokens);
  return { ...reasoning, ...reply, text, ...(isCut ? { finishReason: 'length' } : {}) };
}

function draft(asked: Asked): Draft {
  const { turn } = asked;
  const past = roundTripsIn(turn.messages);
  const choice = turn.functionChoice ?? 'auto';
  if (typeof choice === 'object') return force(asked, choice);
  const pictureTool = drawerAmong(turn.builtIns ?? []);
  const wantsPicture = pictureTool !== undefined && past.results.length === 0 && asksToDraw(asked.question);
  if (wantsPicture && choice !== 'none') return { reply: drawing(asked, pictureTool), way: pictureTool };
  if (choice === 'auto') {
    const call = chooseFunction(asked, past);
    if (call !== undefined) return { reply: { type: 'answer', calls: [call] }, way: call.name };
  }
  const format = turn.responseFormat;
  if (format?.type === 'json-schema') {
    const value = fillSchema(format.schema, evidenceFor(asked, past.results), { skipsUnsaid: false });
    return { reply: say(JSON.stringify(value, null, 4) ?? 'null'), way: 'JSON' };
  }
  if (format?.type === 'regex') {
    const random = seededRandom(hashText(asked.question, asked.seed));
    return {
      reply: say(fromPattern(asked, format.pattern) ?? samplePattern(format.pattern, random) ?? ''),
      way: 'regex',
    };
  }
  if (past.results.length > 0)
    return {
      reply: say(tellResults(asked, past.results)),
      way: past.results.map(({ name }) => name).join(', '),
    };
  const seen = describeAttachments(asked);
  if (seen !== undefined) return { reply: say(seen), way: inLanguage(asked, 'вложение', 'attachment') };
  const helped = choice === 'none' ? undefined : useBuiltIn(asked);
  if (helped !== undefined) return { reply: helped, way: helped.builtIns?.[0]?.name ?? '' };
  const { text, by } = answerInText(asked);
  return { reply: say(text), way: by };
}

function force(
  asked: Asked,
  {
    name,
    partialArguments = {},
  }: { readonly name: string; readonly partialArguments?: Readonly<Record<string, unknown>> },
): Draft {
  const wanted = asked.turn.functions?.find((candidate) => candidate.name === name);
  if (wanted !== undefined) {
    const example = scoreFunctions(asked.question, [wanted])[0]?.example;
    const filled =
      example === undefined
        ? fillArguments(asked, wanted, { partial: partialArguments })
        : { ...example.params, ...partialArguments };
    return { reply: { type: 'answer', calls: [{ name, arguments: filled }] }, way: name };
  }
  const pictureTool = drawerAmong([name]);
  if (pictureTool !== undefined) return { reply: drawing(asked, pictureTool), way: name };
  const helped = useBuiltIn({ ...asked, turn: { ...asked.turn, builtIns: [name] } }, true);
  if (helped !== undefined) return { reply: helped, way: name };
  return { reply: { type: 'answer', calls: [{ name, arguments: partialArguments }] }, way: name };
}

function drawing(asked: Asked, tool: string): AnswerReply {
  const subject = subjectOfDrawing(asked.question);
  return {
    type: 'answer',
    builtIns: [{ name: tool, status: 'success', secondsLeft: [15, 5] }],
    images: [{ prompt: subject }],
    text: inLanguage(
      asked,
      asked.pick([
        ` Вот что получилось: ${subject}.`,
        ` Готово! На картинке — ${subject}.`,
        ` Ваш рисунок: ${subject}.`,
      ]),
      asked.pick([` Here it is: ${subject}.`, ` Done! This is ${subject}.`, ` Your picture: ${subject}.`]),
    ).trim(),
  };
}

function drawerAmong(builtIns: readonly string[]): string | undefined {
  return builtIns.find((name) => name === 'text2image' || name === 'image_generate');
}

/** The word of the question the pattern accepts whole. */
function fromPattern(asked: Asked, pattern: string): string | undefined {
  let whole: RegExp;
  try {
    whole = new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
  const words = asked.question.match(/[^\s,;!?«»"]+/g) ?? [];
  return [answerInText(asked).text, ...words].find((text) => whole.test(text));
}

function say(text: string): AnswerReply {
  return { type: 'answer', text };
}
