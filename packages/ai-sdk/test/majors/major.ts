import type { Emulator } from '@gigakit/emulator';
import type { ZodType } from 'zod';

/** One release of `ai` with one entry of this package, spoken to in words that all of them share. */
export interface Major {
  /** `ai 7.0.173 with /v4`. */
  readonly name: string;
  /** The major of `ai`. */
  readonly ai: 4 | 5 | 6 | 7;
  /** Whether it is the first release of its major. */
  readonly isFloor: boolean;
  readonly generate: (world: World, call: TextCall) => Promise<Outcome>;
  readonly stream: (world: World, call: TextCall) => Promise<Outcome>;
  readonly generateObject: (world: World, schema: ZodType) => Promise<unknown>;
  /** The partial objects, then the whole one. */
  readonly streamObject: (world: World, schema: ZodType) => Promise<readonly unknown[]>;
  readonly embedMany: (world: World, values: readonly string[]) => Promise<EmbedOutcome>;
  readonly drawImage: (world: World, prompt: string) => Promise<readonly Uint8Array[]>;
  /** Whether this release knows the error for a failed API call. */
  readonly isApiCallError: (error: unknown) => boolean;
  /** The last of the errors that a retry gave up on. */
  readonly lastErrorOf: (error: unknown) => unknown;
}

/** What a call happens in. */
export interface World {
  readonly emulator: Emulator;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface TextCall {
  readonly prompt: string;
  readonly system?: string;
  readonly image?: Uint8Array;
  /** A message of the user's after the first answer. */
  readonly thenAsk?: string;
  readonly tools?: Readonly<Record<string, TestTool>>;
  /** Names of tools that GigaChat runs itself. */
  readonly builtIns?: readonly ('webSearch' | 'imageGeneration')[];
  readonly toolChoice?: 'auto' | 'none' | 'required' | { readonly toolName: string };
  readonly maxSteps?: number;
  readonly maxTokens?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly providerOptions?: Readonly<Record<string, unknown>>;
  readonly maxRetries?: number;
  readonly abortSignal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called with every part of a stream. */
  readonly onPart?: (part: unknown) => void;
}

export interface TestTool {
  readonly description: string;
  readonly schema: ZodType;
  readonly execute?: (input: unknown) => unknown;
}

/** What an answer amounts to in any release. */
export interface Outcome {
  readonly text: string;
  readonly reasoning: string;
  readonly finishReason: string;
  /** Summed over the steps. */
  readonly usage: { readonly input: number; readonly output: number };
  readonly toolCalls: readonly { readonly name: string; readonly input: unknown }[];
  readonly toolResults: readonly unknown[];
  readonly files: readonly { readonly mediaType: string; readonly bytes: number }[];
  readonly sources: readonly string[];
  readonly steps: number;
  readonly model: string;
  /** The settings that were warned about. */
  readonly warnings: readonly string[];
}

export interface EmbedOutcome {
  readonly embeddings: readonly (readonly number[])[];
  readonly tokens: number;
}
