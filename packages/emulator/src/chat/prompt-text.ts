import type { MindTurn } from '../mind/mind-turn.ts';

/** Everything the model reads, as one text. Functions come first: they stay the same from turn to turn. */
export function promptTextOf(turn: MindTurn): string {
  const functions = turn.functions === undefined ? '' : JSON.stringify(turn.functions);
  const messages = turn.messages.map(({ text, calls = [], results = [], role }) =>
    [
      text,
      ...calls.map((call) => call.name + JSON.stringify(call.arguments)),
      // The text of a function message is its result already.
      ...(role === 'function' && text !== '' ? [] : results.map(({ value }) => JSON.stringify(value) ?? '')),
    ].join('\n'),
  );
  return [functions, ...messages].join('\n');
}
