import type { Reply } from '../reply.ts';

/** A JSON object. */
export interface ScenarioJson {
  readonly [key: string]: ScenarioValue;
}

export type ScenarioValue = null | boolean | number | string | readonly ScenarioValue[] | ScenarioJson;

/** One turn, or two with a function's result between them: what is asked, what the emulator says, what should come out. */
export interface Scenario {
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  /** Generations of the API that can carry it. */
  readonly generations: readonly ('v1' | 'v2')[];
  /** For `emulator.enqueue`, before the turn begins. */
  readonly replies: readonly Reply[];
  /** The user's message. */
  readonly prompt: string;
  readonly functions?: readonly ScenarioFunction[];
  /** Tools of the server's own, in v2 spelling. */
  readonly builtIns?: readonly ('web_search' | 'image_generate')[];
  /** JSON Schema that the answer should satisfy. */
  readonly responseSchema?: ScenarioJson;
  /** What the called function returns: the conversation goes on with it. */
  readonly functionResult?: ScenarioJson;
  readonly expected: ScenarioOutcome;
}

export interface ScenarioFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: ScenarioJson;
}

/** What the last turn comes to. */
export interface ScenarioOutcome {
  readonly text: string;
  readonly reasoning?: string;
  readonly calls?: readonly {
    readonly name: string;
    readonly arguments: ScenarioJson;
  }[];
  /** Pictures to be downloaded. */
  readonly images?: number;
  readonly sources?: readonly { readonly url: string; readonly title?: string }[];
  /** In v1 words; `broken` when the connection ends before the answer does. */
  readonly finish: 'stop' | 'length' | 'function_call' | 'blacklist' | 'broken';
}
