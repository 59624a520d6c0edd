import { createEmulator, type Emulator, type EmulatorOptions } from '@gigakit/emulator';
import {
  createOpenAiProxy,
  type OpenAiProxy,
  type OpenAiProxyOptions,
  type RequestRecord,
} from '@gigakit/openai-proxy';
import OpenAI from 'openai';

export interface ProxyOverEmulator {
  readonly emulator: Emulator;
  readonly proxy: OpenAiProxy;
  /** The official client, pointed at the proxy without a socket. */
  readonly openai: OpenAI;
  readonly records: RequestRecord[];
  /** A bare request below `http://proxy.test`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

/** A proxy in process over an emulator in process; callers bring the emulator's key unless told otherwise. */
export function proxyOverEmulator(
  options: OpenAiProxyOptions = {},
  emulatorOptions: EmulatorOptions = {},
): ProxyOverEmulator {
  const emulator = createEmulator(emulatorOptions);
  const records: RequestRecord[] = [];
  const { gigachat, ...rest } = options;
  const proxy = createOpenAiProxy({
    credentialMode: 'passthrough',
    onRequest: (record) => records.push({ ...record }),
    ...rest,
    gigachat: { fetch: emulator.fetch, maxRetries: 0, ...gigachat },
  });
  const inProcess: typeof fetch = (input, init) => proxy.fetch(new Request(input, init));
  const openai = new OpenAI({
    apiKey: emulator.credentials,
    baseURL: 'http://proxy.test/v1',
    fetch: inProcess,
    maxRetries: 0,
  });
  return {
    emulator,
    proxy,
    openai,
    records,
    ask: (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${emulator.credentials}`);
      return proxy.fetch(new Request(`http://proxy.test${path}`, { ...init, headers }));
    },
  };
}

export const postJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
