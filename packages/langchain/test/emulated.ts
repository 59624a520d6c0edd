import { createEmulator, type Emulator, type EmulatorOptions, type JournalEntry } from '@gigakit/emulator';
import { ChatGigaChat, type ChatGigaChatFields } from '../src/index.ts';

/** A model, and the API it talks to. */
export interface Emulated {
  readonly emulator: Emulator;
  readonly model: ChatGigaChat;
  /** The chat requests the API saw, in order. */
  readonly requests: () => readonly JournalEntry[];
  /** Their bodies. */
  readonly bodies: () => readonly WireBody[];
  /** The client's own settings, for a second model or an embedder. */
  readonly settings: { readonly credentials: string; readonly fetch: typeof globalThis.fetch };
}

/** As much of a v1 chat body as tests look at. */
export interface WireBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly WireMessage[];
  readonly functions?: readonly { readonly name: string; readonly parameters: Record<string, unknown> }[];
  readonly function_call?: unknown;
  readonly response_format?: Record<string, unknown>;
  readonly [key: string]: unknown;
}

export interface WireMessage {
  readonly role: string;
  readonly content: string;
  readonly name?: string;
  readonly function_call?: { readonly name: string; readonly arguments: unknown };
  readonly attachments?: readonly string[];
}

export function emulated(fields: ChatGigaChatFields = {}, options: EmulatorOptions = {}): Emulated {
  const emulator = createEmulator(options);
  const settings = { credentials: emulator.credentials, fetch: emulator.fetch };
  const model = new ChatGigaChat({ ...settings, retry: { initialDelayMs: 0, maxDelayMs: 0 }, ...fields });
  const requests = () => emulator.journal.filter(({ endpoint }) => endpoint === 'chat/completions');
  return {
    emulator,
    model,
    requests,
    bodies: () => requests().map(({ body }) => body as WireBody),
    settings,
  };
}

/** A counter of LangChain callbacks, by name. */
export const roles = (body: WireBody | undefined): string[] => (body?.messages ?? []).map(({ role }) => role);
