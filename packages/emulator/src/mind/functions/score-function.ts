import { solve } from '../answer/arithmetic.ts';
import { citiesIn } from '../language/cities-in.ts';
import { conceptsOf } from '../language/concepts-of.ts';
import { wordsOf } from '../language/words-of.ts';
import type { MindExample, MindFunction } from '../mind-turn.ts';
import { isNode, nodeAt, stringAt, stringsAt } from '../schema/json-schema.ts';
import { currenciesIn } from '../schema/find-text.ts';

export interface FunctionScore {
  readonly candidate: MindFunction;
  readonly score: number;
  /** Ideas of the request that speak for it. */
  readonly matched: ReadonlySet<string>;
  /** The sample whose request says the same, when there is one. */
  readonly example: MindExample | undefined;
}

/** From here on a function is taken to fit the request. */
export const fits = 1.5;

/** Ideas that go with many subjects and decide little alone. */
const vague: ReadonlySet<string> = new Set(
  [
    'find',
    'show',
    'create',
    'send',
    'open',
    'get',
    'list',
    'city',
    'country',
    'day',
    'date',
    'time',
    'name',
    'user',
    'data',
    'text',
    'message',
    'today',
    'now',
    'number',
    'help',
    'information',
    'current',
    'address',
    'question',
    'answer',
    'query',
    'write',
    'say',
    'know',
    'page',
    'new',
    'can',
    'need',
    'want',
    'person',
    'make',
    'change',
    'example',
    'function',
    'tomorrow',
    'year',
    'work',
    'people',
    'game',
    'book',
    'good',
    'big',
  ].flatMap((word) => conceptsOf(word)),
);

/** Ideas that bring another one with them: asking for degrees is asking for the weather. */
const implied: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['temperature rain snow wind cold heat umbrella зонт куртка degrees', 'weather'],
      ['sum subtract multiply divide percent root', 'calculate'],
      ['ruble dollar euro', 'currency rate conversion'],
      ['flight plane', 'ticket'],
      ['hotel', 'booking'],
    ] as const
  ).flatMap(([from, to]) => conceptsOf(from).map((idea) => [idea, conceptsOf(to)] as const)),
);

/** What a request is about, with what it implies and what its numbers, addresses and places show. */
export function requestIdeas(text: string): ReadonlySet<string> {
  const ideas = new Set(conceptsOf(text));
  const brought = Array.from(ideas, (idea) => implied.get(idea) ?? []).flat();
  for (const idea of brought) ideas.add(idea);
  const solved = solve(text);
  if (solved !== undefined) {
    ideas.add(ideaOf('calculate'));
    if (solved.expression.includes('+')) ideas.add(ideaOf('sum'));
    if (solved.expression.includes('*')) ideas.add(ideaOf('multiply'));
    if (solved.expression.includes('/')) ideas.add(ideaOf('divide'));
    if (/\d-/.test(solved.expression)) ideas.add(ideaOf('subtract'));
  }
  if (/[\w.+-]+@[\w-]+\.\w/.test(text)) ideas.add(ideaOf('email'));
  if (/https?:\/\//.test(text)) ideas.add(ideaOf('url'));
  if (currenciesIn(text).length > 0) ideas.add(ideaOf('currency'));
  if (/который (?:сейчас )?час|what time|сколько времени/iu.test(text)) ideas.add(ideaOf('time'));
  return ideas;
}

export function scoreFunctions(text: string, functions: readonly MindFunction[]): FunctionScore[] {
  const request = requestIdeas(text);
  const hasCity = citiesIn(text).length > 0;
  const described = functions.map((candidate) => describe(candidate));
  const shareOf = (idea: string): number => {
    const holders = described.filter(
      ({ name, description }) => name.has(idea) || description.has(idea),
    ).length;
    return (vague.has(idea) ? 0.3 : 1) / Math.sqrt(Math.max(1, holders));
  };
  return functions.map((candidate, index) => {
    const { name, description, parameters, allowed, takesCity } = described[index] ?? describe(candidate);
    const matched = new Set<string>();
    let score = 0;
    for (const idea of request) {
      const weight = shareOf(idea);
      if (name.has(idea)) score += 3 * weight;
      if (description.has(idea)) score += 1.1 * weight;
      else if (parameters.has(idea)) score += 0.5 * weight;
      if (allowed.has(idea)) score += 0.8 * weight;
      if (name.has(idea) || description.has(idea)) matched.add(idea);
    }
    if (takesCity && hasCity && matched.size > 0) score += 0.6;
    const { example, likeness } = nearestExample(text, request, candidate.examples ?? []);
    return {
      candidate,
      score: score + (likeness === 1 ? 10 : likeness >= 0.5 ? 3 * likeness : 0),
      matched,
      example: likeness === 1 ? example : undefined,
    };
  });
}

interface Described {
  readonly name: ReadonlySet<string>;
  readonly description: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly allowed: ReadonlySet<string>;
  readonly takesCity: boolean;
}

const knownFunctions = new WeakMap<MindFunction, Described>();

function describe(candidate: MindFunction): Described {
  const before = knownFunctions.get(candidate);
  if (before !== undefined) return before;
  const properties = Object.entries(nodeAt(candidate.parameters ?? {}, 'properties') ?? {});
  const described = {
    name: new Set(conceptsOf(candidate.name.replace(/[_.-]/g, ' ').replace(/^book(?=\P{Ll})/u, 'booking '))),
    description: new Set(conceptsOf(candidate.description ?? '')),
    parameters: new Set(
      properties.flatMap(([name, property]) =>
        conceptsOf(
          `${name.replace(/_/g, ' ')} ${isNode(property) ? (stringAt(property, 'description') ?? '') : ''}`,
        ),
      ),
    ),
    allowed: new Set(
      properties.flatMap(([, property]) =>
        isNode(property) ? stringsAt(property, 'enum').flatMap((value) => conceptsOf(value)) : [],
      ),
    ),
    takesCity: properties.some(([name, property]) =>
      /city|location|place|город|town/iu.test(
        `${name} ${isNode(property) ? (stringAt(property, 'description') ?? '') : ''}`,
      ),
    ),
  };
  knownFunctions.set(candidate, described);
  return described;
}

/** The sample request with most ideas in common; likeness 1 means the same words. */
function nearestExample(
  text: string,
  request: ReadonlySet<string>,
  examples: readonly MindExample[],
): { example: MindExample | undefined; likeness: number } {
  let nearest: { example: MindExample | undefined; likeness: number } = { example: undefined, likeness: 0 };
  const words = wordsOf(text).join(' ');
  for (const example of examples) {
    const ideas = conceptsOf(example.request);
    const shared = ideas.filter((idea) => request.has(idea)).length;
    const union = new Set([...ideas, ...conceptsOf(text)]).size;
    const likeness =
      wordsOf(example.request).join(' ') === words ? 1 : Math.min(0.95, shared / Math.max(1, union));
    if (likeness > nearest.likeness) nearest = { example, likeness };
  }
  return nearest;
}

function ideaOf(word: string): string {
  return conceptsOf(word)[0] ?? word;
}
