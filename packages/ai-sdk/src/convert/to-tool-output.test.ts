import { describe, expect, it } from 'vitest';
import type { PromptPart } from './chat-call.ts';
import { toToolOutput } from './to-tool-output.ts';

const base = { type: 'tool-result', toolCallId: 'c', toolName: 'f' };

describe('a tool result of any major', () => {
  it.each<[string, PromptPart, unknown, boolean]>([
    ['V1 value', { ...base, result: { a: 1 } }, { a: 1 }, false],
    ['V1 error', { ...base, result: 'нет', isError: true }, 'нет', true],
    ['V1 content', { ...base, result: 1, content: [{ type: 'text', text: 'два' }] }, 'два', false],
    ['text', { ...base, output: { type: 'text', value: 'ок' } }, 'ок', false],
    ['json', { ...base, output: { type: 'json', value: [1] } }, [1], false],
    ['error-text', { ...base, output: { type: 'error-text', value: 'нет' } }, 'нет', true],
    ['error-json', { ...base, output: { type: 'error-json', value: { code: 1 } } }, { code: 1 }, true],
    [
      'denial',
      { ...base, output: { type: 'execution-denied', reason: 'Дорого' } },
      { error: 'execution denied', reason: 'Дорого' },
      true,
    ],
    [
      'denial without a reason',
      { ...base, output: { type: 'execution-denied' } },
      { error: 'execution denied', reason: 'The user did not allow this call.' },
      true,
    ],
    [
      'texts of an MCP server',
      {
        ...base,
        output: {
          type: 'content',
          value: [
            { type: 'text', text: 'раз' },
            { type: 'text', text: 'два' },
          ],
        },
      },
      'раз\nдва',
      false,
    ],
    [
      'an object of the user’s that only looks tagged',
      { ...base, result: { type: 'json', value: 1 } },
      { type: 'json', value: 1 },
      false,
    ],
    ['nothing', { ...base, output: { type: 'json', value: undefined } }, null, false],
    [
      'dates and big numbers',
      { ...base, result: { at: new Date(0), big: 12n } },
      { at: '1970-01-01T00:00:00.000Z', big: '12' },
      false,
    ],
  ])('reads %s', (_name, part, output, isError) => {
    expect(toToolOutput(part, 'gigachat')).toMatchObject({ output, isError });
  });

  const data = 'AQID';
  it.each<[string, object, object]>([
    ['V1 image', { type: 'image', data, mimeType: 'image/png' }, { data, mediaType: 'image/png' }],
    ['V2 media', { type: 'media', data, mediaType: 'image/png' }, { data, mediaType: 'image/png' }],
    [
      'V3 file-data',
      { type: 'file-data', data, mediaType: 'application/pdf', filename: 'a.pdf' },
      { data, mediaType: 'application/pdf', filename: 'a.pdf' },
    ],
    ['V3 image-data', { type: 'image-data', data, mediaType: 'image/png' }, { data, mediaType: 'image/png' }],
    [
      'V3 file-url',
      { type: 'file-url', url: 'https://example.org/a.pdf' },
      { url: 'https://example.org/a.pdf' },
    ],
    [
      'V3 image-url',
      { type: 'image-url', url: 'https://example.org/a.png' },
      { url: 'https://example.org/a.png' },
    ],
    ['V3 file-id', { type: 'file-id', fileId: 'f-1' }, { fileId: 'f-1' }],
    [
      'V3 image-file-id',
      { type: 'image-file-id', fileId: { gigachat: 'f-2', openai: 'x' } },
      { fileId: 'f-2' },
    ],
    [
      'V4 file',
      { type: 'file', data: { type: 'data', data }, mediaType: 'image/png' },
      { data, mediaType: 'image/png' },
    ],
    [
      'V4 reference',
      { type: 'file', data: { type: 'reference', reference: { gigachat: 'f-3' } }, mediaType: 'image' },
      { fileId: 'f-3' },
    ],
  ])('takes the file out of %s', (_name, item, file) => {
    const output = toToolOutput({ ...base, output: { type: 'content', value: [item] } }, 'gigachat');
    const v1 = toToolOutput({ ...base, content: [item] }, 'gigachat');

    expect(output.files).toEqual([{ type: 'file', ...file }]);
    expect(v1.files).toEqual(output.files);
  });

  it('names what it leaves out', () => {
    const value = [{ type: 'custom' }, { type: 'text', text: 'ок' }];

    expect(toToolOutput({ ...base, output: { type: 'content', value } }, 'gigachat')).toMatchObject({
      output: 'ок',
      skipped: ['custom'],
    });
  });
});
