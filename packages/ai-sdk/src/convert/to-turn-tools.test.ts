import { describe, expect, it } from 'vitest';
import { toTurnTools } from './to-turn-tools.ts';

const convert = (...tools: Parameters<typeof toTurnTools>[0] & object) =>
  toTurnTools(tools, { type: 'auto' }, [], 'gigachat');

describe('tools of any major', () => {
  it.each([
    ['inputSchema, of V2 and later', { inputSchema: { type: 'object' } }],
    ['parameters, of V1', { parameters: { type: 'object' } }],
  ])('read a function with %s', (_name, schema) => {
    expect(convert({ type: 'function', name: 'погода', description: 'Погода', ...schema }).tools).toEqual([
      { type: 'function', name: 'погода', description: 'Погода', parameters: { type: 'object' } },
    ]);
  });

  it('put sample inputs into the description', () => {
    const { tools } = convert({
      type: 'function',
      name: 'f',
      description: 'Погода',
      inputSchema: {},
      inputExamples: [{ input: { city: 'Москва' } }],
    });

    expect(tools).toMatchObject([{ description: 'Погода\n\nInput examples:\n{"city":"Москва"}' }]);
  });

  it('carry the samples and the result schema that GigaChat itself knows', () => {
    const examples = [{ request: 'Погода в Москве?', params: { city: 'Москва' } }];
    const returnParameters = { type: 'object' };

    expect(
      convert({
        type: 'function',
        name: 'f',
        inputSchema: {},
        providerOptions: { gigachat: { examples, returnParameters } },
      }).tools,
    ).toMatchObject([{ examples, returnParameters }]);
  });

  it('warn about strict, which functions have not', () => {
    const { warnings } = convert({ type: 'function', name: 'f', inputSchema: {}, strict: true });

    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'tools.f.strict' }]);
  });

  it.each(['provider', 'provider-defined'])(
    'read a built-in of type %s under the name it was given',
    (type) => {
      const { tools, builtInNames, toolChoice } = toTurnTools(
        [{ type, id: 'gigachat.web_search', name: 'поиск', args: { searchType: 'safe_search', depth: 2 } }],
        { type: 'tool', toolName: 'поиск' },
        [],
        'gigachat',
      );

      expect(tools).toEqual([{ type: 'web-search', searchType: 'safe_search', options: { depth: 2 } }]);
      expect([...builtInNames]).toEqual([['web-search', 'поиск']]);
      expect(toolChoice).toEqual({ name: 'web-search' });
    },
  );

  it('leave out tools of other providers, with a warning', () => {
    const { tools, warnings } = convert({
      type: 'provider',
      id: 'openai.file_search',
      name: 'files',
      args: {},
    });

    expect(tools).toEqual([]);
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'tools.files' }]);
  });

  it('ask for each built-in once', () => {
    const given = { type: 'provider', id: 'gigachat.web_search', name: 'search', args: {} };

    expect(toTurnTools([given], undefined, [{ type: 'web-search' }], 'gigachat').tools).toHaveLength(1);
  });
});
