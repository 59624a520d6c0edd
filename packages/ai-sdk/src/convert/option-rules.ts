import { InvalidArgumentError } from '@ai-sdk/provider-v4';
import type { OptionNamespaces } from './chat-call.ts';
import { isRecord } from './read-namespace.ts';

/** One option: which values it takes, and how to say so. */
export interface OptionRule<Value> {
  readonly expects: string;
  readonly accepts: (value: unknown) => value is Value;
}

/** A rule for every option of a type, so that none is forgotten. */
export type OptionRules<Options> = {
  readonly [Name in keyof Options]-?: OptionRule<NonNullable<Options[Name]>>;
};

export const aNumber: OptionRule<number> = {
  expects: 'a number',
  accepts: (value): value is number => typeof value === 'number' && Number.isFinite(value),
};

export const aText: OptionRule<string> = {
  expects: 'a string',
  accepts: (value) => typeof value === 'string',
};

export const aSwitch: OptionRule<boolean> = {
  expects: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

export const texts: OptionRule<string[]> = {
  expects: 'an array of strings',
  accepts: (value): value is string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string'),
};

/** Its inside is the server's business. */
export function anObject<Value extends object>(): OptionRule<Value> {
  return { expects: 'an object', accepts: (value): value is Value => isRecord(value) };
}

export function oneOf<const Word extends string>(...words: readonly Word[]): OptionRule<Word> {
  return {
    expects: `one of ${words.map((word) => `"${word}"`).join(', ')}`,
    accepts: (value): value is Word => words.some((word) => word === value),
  };
}

export function arrayOf<Item>(rule: OptionRule<Item>): OptionRule<Item[]> {
  return {
    expects: `an array, each item ${rule.expects}`,
    accepts: (value): value is Item[] => Array.isArray(value) && value.every((item) => rule.accepts(item)),
  };
}

/**
 * Reads a provider's namespace of the call's options: its own name first, `gigachat` for providers renamed by `name`.
 * @throws InvalidArgumentError for a value of the wrong kind and for a name that means nothing.
 */
export function readOptions<Options extends object>(
  namespaces: OptionNamespaces | undefined,
  providerName: string,
  rules: OptionRules<Options>,
): Partial<Options> {
  const namespace = namespaces?.[providerName] === undefined ? 'gigachat' : providerName;
  const given = namespaces?.[namespace];
  if (given === undefined || given === null) return {};
  if (!isRecord(given)) throw invalid(namespace, 'an object', given);
  const read: Partial<Options> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    if (!isRuleName(name, rules)) throw unknownOption(namespace, name, Object.keys(rules));
    const rule = rules[name];
    if (!rule.accepts(value)) throw invalid(`${namespace}.${name}`, rule.expects, value);
    read[name] = value;
  }
  return read;
}

function isRuleName<Options extends object>(
  name: string,
  rules: OptionRules<Options>,
): name is string & keyof Options {
  return Object.hasOwn(rules, name);
}

function invalid(path: string, expects: string, value: unknown): InvalidArgumentError {
  const given = Array.isArray(value) ? 'an array' : typeof value === 'string' ? `"${value}"` : typeof value;
  return new InvalidArgumentError({
    argument: 'providerOptions',
    message: `providerOptions.${path} must be ${expects}; it is ${given}.`,
  });
}

function unknownOption(namespace: string, name: string, known: readonly string[]): InvalidArgumentError {
  const similar = known.find(
    (candidate) => candidate.toLowerCase() === name.replaceAll('_', '').toLowerCase(),
  );
  const advice =
    similar === undefined
      ? `Known options: ${known.join(', ')}. Fields of the wire go into wireExtras.`
      : `Did you mean ${similar}?`;
  return new InvalidArgumentError({
    argument: 'providerOptions',
    message: `providerOptions.${namespace}.${name} is not an option of this model. ${advice}`,
  });
}
