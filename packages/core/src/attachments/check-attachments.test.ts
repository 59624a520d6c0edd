import { expect, test } from 'vitest';
import { checkAttachments, type Attachment } from './check-attachments.ts';
import { megabyte } from './size-limits.ts';

const audience = { model: 'GigaChat-2-Pro', supportsVision: () => true };

const attach = (mediaTypes: readonly (string | undefined)[], bytes = 10, perMessage = 1): Attachment[] =>
  mediaTypes.map((mediaType, index) => ({
    field: `messages[${Math.floor(index / perMessage)}].content[0]`,
    messageIndex: Math.floor(index / perMessage),
    mediaType,
    bytes,
  }));

const images = (count: number) => Array.from({ length: count }, () => 'image/png');

test('ten pictures pass, the eleventh is refused by name', () => {
  expect(checkAttachments(attach(images(10)), audience)).toEqual([]);
  expect(() => checkAttachments(attach(images(11)), audience)).toThrow(
    'messages[10].content[0] is picture 11 of 11, and the API takes 10 in a request',
  );
});

test('pictures and sound must stay below 80 MB together; documents do not count', () => {
  const media = ['image/png', 'audio/mpeg'];
  expect(checkAttachments(attach(media, 40 * megabyte - 1), audience)).toEqual([]);
  expect(() => checkAttachments(attach(media, 40 * megabyte), audience)).toThrow('less than 80 MB');
  expect(checkAttachments(attach(['application/pdf'], 90 * megabyte), audience)).toEqual([]);
});

test('a second picture in one message is a warning that names it', () => {
  const warnings = checkAttachments(attach(images(2), 1, 2), audience);
  expect(warnings).toEqual([
    { type: 'unsupported', field: 'messages[0].content[0]', message: expect.stringContaining('one picture') },
  ]);
});

test('a second document is a warning that names it', () => {
  const warnings = checkAttachments(attach(['application/pdf', 'text/plain']), audience);
  expect(warnings.map(({ field }) => field)).toEqual(['messages[1].content[0]']);
});

test('a model that does not see pictures is named', () => {
  const blind = { model: 'GigaChat-2', supportsVision: () => false };
  expect(checkAttachments(attach(images(2)), blind)).toEqual([
    expect.objectContaining({ message: expect.stringContaining('GigaChat-2 does not see pictures') }),
  ]);
  expect(checkAttachments(attach(['text/plain']), blind)).toEqual([]);
});

test('files of which nothing is known are left to the server', () => {
  const unknown = Array.from({ length: 20 }, () => undefined);
  expect(checkAttachments(attach(unknown), audience)).toEqual([]);
  const [image] = attach(['image/png']);
  if (image === undefined) throw new Error('There was no image.');
  expect(checkAttachments([{ ...image, bytes: undefined }], audience)).toEqual([]);
});
