import type { Asked } from '../answer/asked.ts';
import { answerInText } from '../answer/answer-in-text.ts';
import { smallTalk } from '../answer/small-talk.ts';
import { subjectOf } from '../answer/fall-back.ts';
import { conceptsOf } from '../language/concepts-of.ts';
import type { MindCall, MindFunction, MindMessage, MindResult } from '../mind-turn.ts';
import { stringsAt, nodeAt } from '../schema/json-schema.ts';
import { fillArguments } from './fill-arguments.ts';
import { fits, requestIdeas, scoreFunctions, type FunctionScore } from './score-function.ts';

/** What was called, and what came back, since the person last spoke. */
export interface RoundTrips {
  readonly calls: readonly MindCall[];
  readonly results: readonly MindResult[];
}

/** More calls than this for one request are a loop, not a plan. */
const mostCalls = 8;

/** The call the request needs next; `undefined` when words are the better answer or nothing is left to call. */
export function chooseFunction(asked: Asked, past: RoundTrips): MindCall | undefined {
  const functions = asked.turn.functions ?? [];
  if (functions.length === 0 || past.calls.length >= mostCalls || asked.question === '') return undefined;
  const isSmallTalk = smallTalk(asked) !== undefined;
  const scores = scoreFunctions(asked.question, functions).toSorted((one, other) => other.score - one.score);
  const fitting = scores.filter(({ score }) => score >= (isSmallTalk ? fits * 4 : fits));
  const ordered = inOrderOfMention(asked.question, fitting);
  const covered = new Set(
    past.calls.flatMap(({ name }) => [
      ...(scores.find(({ candidate }) => candidate.name === name)?.matched ?? []),
    ]),
  );
  for (const { candidate, matched, example } of ordered) {
    const earlier = past.calls.filter(({ name }) => name === candidate.name);
    if (earlier.length === 0 && past.calls.length > 0 && [...matched].every((idea) => covered.has(idea)))
      continue;
    const call = {
      name: candidate.name,
      arguments:
        example !== undefined && earlier.length === 0
          ? example.params
          : fillArguments(asked, candidate, { earlier, results: past.results }),
    };
    if (earlier.length === 0 || isNews(call, earlier, asked.question)) return call;
  }
  return past.calls.length > 0 || isSmallTalk ? undefined : lookUp(asked, functions);
}

/** Calls and results that followed the last words of the person. */
export function roundTripsIn(messages: readonly MindMessage[]): RoundTrips {
  const last = messages.findLastIndex(
    ({ role, text, results }) => role === 'user' && text.trim() !== '' && (results ?? []).length === 0,
  );
  const since = messages.slice(last + 1);
  return {
    calls: since.flatMap(({ calls }) => calls ?? []),
    results: since.flatMap(({ results }) => results ?? []),
  };
}

/** Strong candidates go in the order the request mentions them: first the weather, then the letter. */
function inOrderOfMention(question: string, scores: readonly FunctionScore[]): readonly FunctionScore[] {
  const best = scores[0]?.score ?? 0;
  const strong = scores.filter(({ score }) => score >= best * 0.45);
  const spoken = conceptsOf(question);
  const placeOf = ({ matched }: FunctionScore): number => {
    const places = [...matched].map((idea) => spoken.indexOf(idea)).filter((place) => place >= 0);
    return places.length === 0 ? spoken.length : Math.min(...places);
  };
  const distinct = strong.filter(
    (score, index) =>
      index === 0 ||
      [...score.matched].some((idea) => !strong.slice(0, index).some(({ matched }) => matched.has(idea))),
  );
  return distinct.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** A second call of the same function has to bring a value that the request names, and make up none. */
function isNews(call: MindCall, earlier: readonly MindCall[], question: string): boolean {
  const said = question.toLowerCase();
  const before = new Set(
    earlier.flatMap((other) => Object.values(other.arguments)).map((value) => JSON.stringify(value)),
  );
  const texts = Object.values(call.arguments).filter((value) => typeof value === 'string');
  const fresh = texts.filter((value) => !before.has(JSON.stringify(value)));
  const isNamed = (value: string): boolean =>
    value.length < question.length * 0.6 &&
    said.includes(value.toLowerCase().slice(0, Math.max(3, value.length - 2)));
  return fresh.length > 0 && fresh.every(isNamed);
}

/** A function that searches by one text fits any question that is not settled without it. */
function lookUp(asked: Asked, functions: readonly MindFunction[]): MindCall | undefined {
  const isQuestion =
    /\?\s*$|^(?:кто|что|где|когда|почему|как|какой|какая|какие|сколько|расскажи|найди|who|what|where|when|why|how|which|tell|find)(?!\p{L})/iu.test(
      asked.question,
    );
  if (!isQuestion || subjectOf(asked.question) === undefined) return undefined;
  if (!/^(?:fallback|no answer)/.test(answerInText(asked).by)) return undefined;
  const searcher = functions.find(({ name, description = '', parameters = {} }) => {
    const required = stringsAt(parameters, 'required');
    const only =
      required.length === 1
        ? required[0]
        : Object.keys(nodeAt(parameters, 'properties') ?? {}).length === 1
          ? Object.keys(nodeAt(parameters, 'properties') ?? {})[0]
          : undefined;
    return (
      only !== undefined &&
      /quer|question|search|text|input|keyword|topic|запрос|вопрос/iu.test(only) &&
      /search|retriev|look ?up|find|knowledge|wiki|docs?\b|document|browse|поиск|найти|ищет|искать|знани|документ/iu.test(
        `${name.replace(/[_.-]/g, ' ')} ${description}`,
      )
    );
  });
  if (searcher === undefined || !speaksOf(searcher, asked.question)) return undefined;
  return { name: searcher.name, arguments: fillArguments(asked, searcher) };
}

/** A search bound to a subject («документация по тарифам») is not for every question; an open one is. */
function speaksOf({ name, description = '' }: MindFunction, question: string): boolean {
  const generic = new Set(
    conceptsOf(
      'search find retrieve query document knowledge information internet web text question answer look wiki wikipedia relevant tool use data base поиск искать найти знание',
    ),
  );
  const subjects = conceptsOf(`${name.replace(/[_.-]/g, ' ')} ${description}`).filter(
    (idea) => !generic.has(idea),
  );
  const asked = requestIdeas(question);
  return subjects.length <= 4 || subjects.some((idea) => asked.has(idea));
}
