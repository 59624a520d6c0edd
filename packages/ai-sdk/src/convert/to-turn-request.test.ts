import { InvalidArgumentError } from '@ai-sdk/provider-v4';
import { describe, expect, it } from 'vitest';
import type { ChatCall } from './chat-call.ts';
import { toTurnRequest } from './to-turn-request.ts';

const model = { modelId: 'GigaChat-2-Pro', providerName: 'gigachat' };
const bare: ChatCall = { prompt: [{ role: 'user', content: [{ type: 'text', text: 'Привет' }] }] };
const said = { model: 'GigaChat-2-Pro', messages: [{ role: 'user', content: 'Привет' }] };

const convert = (call: Partial<ChatCall>) => toTurnRequest({ ...bare, ...call }, model);
const own = (options: Record<string, unknown>) => ({ providerOptions: { gigachat: options } });
const schema = { type: 'object', properties: { a: { type: 'string' } } };
const tools = [{ type: 'function', name: 'f', inputSchema: schema }];
const tool = { type: 'function', name: 'f', parameters: schema };

describe('a call as a turn', () => {
  it('says nothing that the user did not say', () => {
    expect(convert({}).request).toEqual(said);
    expect(convert({}).warnings).toEqual([]);
  });

  it.each<[string, Partial<ChatCall>, object]>([
    ['maxOutputTokens', { maxOutputTokens: 5 }, { maxTokens: 5 }],
    ['temperature 0', { temperature: 0 }, { temperature: 0 }],
    ['topP', { topP: 0.5 }, { topP: 0.5 }],
    ['stopSequences', { stopSequences: ['КОНЕЦ'] }, { stop: ['КОНЕЦ'] }],
    ['no stopSequences', { stopSequences: [] }, {}],
    ['text', { responseFormat: { type: 'text' } }, {}],
    [
      'JSON',
      { responseFormat: { type: 'json' } },
      { responseFormat: { type: 'json-schema', schema: { type: 'object' } } },
    ],
    [
      'a schema',
      { responseFormat: { type: 'json', schema } },
      { responseFormat: { type: 'json-schema', schema, strict: true } },
    ],
    [
      'a described schema',
      { responseFormat: { type: 'json', schema, name: 'a', description: 'Ответ' } },
      { responseFormat: { type: 'json-schema', schema: { ...schema, description: 'Ответ' }, strict: true } },
    ],
    [
      'a loose schema',
      {
        responseFormat: { type: 'json', schema },
        ...own({ strictJsonSchema: false, structuredOutput: 'function' }),
      },
      { responseFormat: { type: 'json-schema', schema, strict: false, via: 'function' } },
    ],
    ['a regular expression', own({ regex: '\\d+' }), { responseFormat: { type: 'regex', pattern: '\\d+' } }],
    ['a choice without tools', { toolChoice: { type: 'auto' } }, {}],
    ['tools', { tools }, { tools: [tool] }],
    ['tools with auto', { tools, toolChoice: { type: 'auto' } }, { tools: [tool], toolChoice: 'auto' }],
    ['tools with none', { tools, toolChoice: { type: 'none' } }, { tools: [tool], toolChoice: 'none' }],
    [
      'tools with required',
      { tools, toolChoice: { type: 'required' } },
      { tools: [tool], toolChoice: 'required' },
    ],
    [
      'a named tool',
      { tools, toolChoice: { type: 'tool', toolName: 'f' } },
      { tools: [tool], toolChoice: { name: 'f' } },
    ],
    [
      'a named tool with fixed arguments',
      { tools, toolChoice: { type: 'tool', toolName: 'f' }, ...own({ partialArguments: { a: 'б' } }) },
      { tools: [tool], toolChoice: { name: 'f', partialArguments: { a: 'б' } } },
    ],
    [
      'tools and a schema',
      { tools, responseFormat: { type: 'json', schema } },
      { tools: [tool], responseFormat: { type: 'json-schema', schema, strict: true } },
    ],
    ['reasoning', { reasoning: 'low' }, { reasoningEffort: 'low' }],
    ['the default reasoning', { reasoning: 'provider-default' }, {}],
    [
      'an option over reasoning',
      { reasoning: 'low', ...own({ reasoningEffort: 'off' }) },
      { reasoningEffort: 'off' },
    ],
    ['built-in tools by option', own({ builtInTools: ['web-search'] }), { tools: [{ type: 'web-search' }] }],
    ['flags', own({ flags: ['a'] }), { flags: ['a'] }],
    ['storage', own({ storage: { limit: 3 } }), { storage: { limit: 3 } }],
    ['profanityCheck', own({ profanityCheck: false }), { profanityCheck: false }],
    ['repetitionPenalty', own({ repetitionPenalty: 1.1 }), { repetitionPenalty: 1.1 }],
    ['updateInterval', own({ updateInterval: 0.5 }), { updateInterval: 0.5 }],
    ['topLogprobs', own({ topLogprobs: 2 }), { topLogprobs: 2 }],
    ['ranker', own({ ranker: { enabled: true } }), { ranker: { enabled: true } }],
    ['filter', own({ filter: { request: { neuro: true } } }), { filter: { request: { neuro: true } } }],
    ['timezone', own({ timezone: 'Europe/Moscow' }), { timezone: 'Europe/Moscow' }],
    ['normalizeHistory', own({ normalizeHistory: false }), { normalizeHistory: false }],
    ['preset', own({ preset: 'calm' }), { preset: 'calm' }],
    ['wireExtras', own({ wireExtras: { new_field: 1 } }), { wireExtras: { new_field: 1 } }],
  ])('carries %s', (_name, call, fields) => {
    const { request, warnings } = convert(call);

    expect(request).toEqual({ ...said, ...fields });
    expect(warnings).toEqual([]);
  });

  it.each<[string, Partial<ChatCall>]>([
    ['topK', { topK: 1 }],
    ['presencePenalty', { presencePenalty: 0 }],
    ['frequencyPenalty', { frequencyPenalty: 1 }],
    ['seed', { seed: 0 }],
  ])('warns about %s, which GigaChat lacks', (feature, call) => {
    const { request, warnings } = convert(call);

    expect(request).toEqual(said);
    expect(warnings).toMatchObject([{ type: 'unsupported', feature }]);
  });

  it.each([
    ['minimal', 'low'],
    ['xhigh', 'high'],
    ['max', 'high'],
  ])('takes the nearest level for reasoning %s', (reasoning, effort) => {
    const { request, warnings } = convert({ reasoning });

    expect(request.reasoningEffort).toBe(effort);
    expect(warnings).toMatchObject([{ type: 'compatibility', feature: 'reasoning' }]);
  });

  it('leaves the level alone when it does not know the word', () => {
    const { request, warnings } = convert({ reasoning: 'cosmic' });

    expect(request).toEqual(said);
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'reasoning' }]);
  });

  it('ignores call options of the future', () => {
    const future = { ...bare, telepathy: true };

    expect(toTurnRequest(future, model).request).toEqual(said);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a word for a number',
      { topLogprobs: 'два' },
      'providerOptions.gigachat.topLogprobs must be a number; it is "два".',
    ],
    ['an unknown level', { reasoningEffort: 'max' }, 'must be one of "off", "low", "medium", "high"'],
    ['a tool of nobody’s', { builtInTools: ['telepathy'] }, 'an array, each item one of "web-search"'],
    ['a wire name', { repetition_penalty: 1 }, 'Did you mean repetitionPenalty?'],
    ['a stranger', { telepathy: true }, 'Known options: repetitionPenalty'],
  ])('refuses %s', (_name, options, message) => {
    expect(() => convert(own(options))).toThrow(InvalidArgumentError);
    expect(() => convert(own(options))).toThrow(message);
  });

  it('reads options under the name of a renamed provider, else under gigachat', () => {
    const renamed = { ...model, providerName: 'mine' };
    const call = (providerOptions: ChatCall['providerOptions']) => ({ ...bare, providerOptions });

    expect(
      toTurnRequest(call({ mine: { preset: 'a' }, gigachat: { preset: 'b' } }), renamed).request.preset,
    ).toBe('a');
    expect(toTurnRequest(call({ gigachat: { preset: 'b' } }), renamed).request.preset).toBe('b');
  });

  it('sends ids and limits beside the turn, and never lets the client retry', () => {
    const { options } = convert({
      headers: { 'X-Test': 'да', 'x-none': undefined },
      ...own({ requestId: 'r', sessionId: 's', clientId: 'c', timeoutMs: 5 }),
    });

    expect(options).toMatchObject({
      maxRetries: 0,
      requestId: 'r',
      sessionId: 's',
      clientId: 'c',
      timeoutMs: 5,
    });
    expect(options.headers).toEqual({
      'x-test': 'да',
      'user-agent': expect.stringMatching(/^gigakit-ai-sdk\//),
    });
  });

  it.each(['user-agent', 'User-Agent'])('adds its name after that of ai, in whatever case: %s', (name) => {
    expect(convert({ headers: { [name]: 'ai/7.0.173' } }).options.headers).toEqual({
      'user-agent': expect.stringMatching(/^ai\/7\.0\.173 gigakit-ai-sdk\/\S+$/),
    });
  });
});
