import { languageOf } from '../language/language-of.ts';
import { citiesIn } from '../language/cities-in.ts';
import type { Asked } from '../answer/asked.ts';
import { answerInText } from '../answer/answer-in-text.ts';
import type { MindCall, MindFunction, MindResult } from '../mind-turn.ts';
import { isNode } from '../schema/json-schema.ts';
import type { Evidence } from '../schema/evidence.ts';
import { fillSchema } from '../schema/fill-schema.ts';
import { hashText, seededRandom } from '../seeded-random.ts';

type Arguments = Readonly<Record<string, unknown>>;

export interface FillContext {
  /** Calls of this very function that were made for the same request. */
  readonly earlier?: readonly MindCall[];
  readonly results?: readonly MindResult[];
  readonly partial?: Arguments;
}

/**
 * Arguments for a call, by the function's schema: from the request, then from earlier results, then plausible.
 * Values that earlier calls of the function took are passed over, so that «Москва и Казань» gives two calls.
 */
export function fillArguments(
  asked: Asked,
  { parameters = {} }: MindFunction,
  { earlier = [], results = [], partial = {} }: FillContext = {},
): Arguments {
  const evidence = evidenceFor(asked, results);
  for (const value of earlier.flatMap((call) => Object.values(call.arguments))) {
    if (typeof value === 'string') {
      evidence.taken.add(value);
      for (const { russian } of citiesIn(value)) evidence.taken.add(`city ${russian}`);
    }
  }
  const filled = fillSchema(withoutFixed(parameters, partial), evidence, { skipsUnsaid: true });
  return { ...(isNode(filled) ? filled : {}), ...partial };
}

/** Values are drawn from this much of the texts given. */
const mostEvidence = 6_000;

/** What a schema's values may be drawn from in this turn. */
export function evidenceFor(asked: Asked, results: readonly MindResult[] = []): Evidence {
  const given = asked.passages
    .map(({ text }) => text)
    .join('\n')
    .slice(0, mostEvidence);
  const isAboutText = given !== '' && given.length > asked.question.length;
  return {
    text: isAboutText ? `${asked.question}\n${given}` : asked.question,
    language: languageOf(asked.question) ?? asked.language,
    now: asked.now,
    random: seededRandom(hashText(asked.question, asked.seed)),
    known: knownFrom(results),
    taken: new Set(),
    inWords: () => answerInText(asked).text,
  };
}

function withoutFixed(parameters: Arguments, partial: Arguments): Arguments {
  const { properties, required } = parameters;
  if (!isNode(properties) || Object.keys(partial).length === 0) return parameters;
  return {
    ...parameters,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in partial))),
    ...(Array.isArray(required) ? { required: required.filter((name) => !(String(name) in partial)) } : {}),
  };
}

function knownFrom(results: readonly MindResult[]): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  const read = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) read(value[0], depth);
    if (!isNode(value) || depth > 3) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object') read(inner, depth + 1);
      else if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), inner);
    }
  };
  for (const { value } of results) read(value, 0);
  return known;
}
