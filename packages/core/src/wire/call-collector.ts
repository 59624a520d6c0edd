import type { JsonObject, JsonValue } from '../turn/json.ts';
import { makeToolCallId } from '../turn/tool-call-id.ts';
import type { TurnDelta } from '../turn/turn-delta.ts';
import type { DecodeContext } from './dialect.ts';
import { isJsonObject } from '../turn/is-json-object.ts';
import { asObject, asText, parseJson } from './read-json.ts';

interface PendingCall {
  readonly wireName: string;
  /** An object in every recording, and a text in the specification; a text may even come in pieces. */
  input: JsonObject | string;
}

/** Holds calls until they are whole and their state id is known, or nothing more can come. */
export interface CallCollector {
  /** Reads one `function_call` of the wire. */
  add(call: JsonObject): void;
  /** The event that closes a v2 stream may bring once more what deltas have brought: such calls are then passed over. */
  expectRepeats(): void;
  /** The state id of the message the calls came in; it may arrive before or after them. */
  setState(stateId: string | undefined): void;
  /** Hands on the calls that are whole; at the end, all of them. */
  release(into: TurnDelta[], isEnd: boolean): void;
  stateId(): string | undefined;
  hasCalls(): boolean;
  isStructured(): boolean;
}

export function createCallCollector(context: DecodeContext): CallCollector {
  let pending: PendingCall[] = [];
  const seen: string[] = [];
  let repeats: string[] = [];
  let stateId: string | undefined;
  let position = 0;
  let isStructured = false;

  const hand = (call: PendingCall, into: TurnDelta[]): void => {
    const input = readInput(call);
    const { structuredBy } = context;
    if (structuredBy !== undefined && call.wireName === structuredBy.wireName) {
      isStructured = true;
      if (input === undefined) {
        into.push({ type: 'text', text: textOf(call.input) });
        return;
      }
      const answer: JsonValue = structuredBy.isWrapped ? (input['value'] ?? null) : input;
      into.push({ type: 'text', text: JSON.stringify(answer) });
      return;
    }
    const id = makeToolCallId({ stateId, position }, context.newId());
    position += 1;
    const name = context.names.get(call.wireName) ?? call.wireName;
    if (input !== undefined) into.push({ type: 'tool-call', id, name, input });
    else into.push({ type: 'tool-call', id, name, input: {}, inputText: textOf(call.input) });
  };

  return {
    add(call) {
      const name = asText(call['name']);
      const input =
        asObject(call['arguments']) ?? (typeof call['arguments'] === 'string' ? call['arguments'] : '');
      const last = pending.at(-1);
      if (typeof input === 'string' && last !== undefined && typeof last.input === 'string') {
        if (name === undefined || (name === last.wireName && !isWhole(last.input))) {
          last.input += input;
          return;
        }
      }
      // A name with an empty text may be the head of arguments that follow in pieces.
      if (name === undefined) return;
      const key = `${name}\n${JSON.stringify(input)}`;
      const repeat = repeats.indexOf(key);
      if (repeat !== -1) {
        repeats.splice(repeat, 1);
        return;
      }
      seen.push(key);
      pending.push({ wireName: name, input });
    },
    expectRepeats() {
      repeats = [...seen];
    },
    setState(id) {
      stateId = id ?? stateId;
    },
    release(into, isEnd) {
      if (pending.length === 0 || !(isEnd || stateId !== undefined)) return;
      const ready = isEnd
        ? pending
        : pending.filter(({ input }) => typeof input !== 'string' || isWhole(input));
      pending = isEnd ? [] : pending.filter((call) => !ready.includes(call));
      for (const call of ready) {
        hand(call, into);
      }
    },
    stateId() {
      return stateId;
    },
    hasCalls() {
      return position > 0;
    },
    isStructured() {
      return isStructured;
    },
  };
}

const textOf = (input: PendingCall['input']): string =>
  typeof input === 'string' ? input : JSON.stringify(input);

const isWhole = (text: string): boolean => isJsonObject(parseJson(text));

/** `undefined` for arguments that are no JSON object: the caller may ask the model again, so the turn goes on. */
function readInput(call: PendingCall): JsonObject | undefined {
  if (typeof call.input !== 'string') return call.input;
  // No arguments at all is a call all the same.
  if (call.input.trim() === '') return {};
  const input = parseJson(call.input);
  return isJsonObject(input) ? input : undefined;
}
