import { isInvalidRequestError } from '@gigakit/core';
import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The least a PDF can be: one page with one line. */
function pdfSaying(line: string): Uint8Array {
  const drawing = `BT /F1 24 Tf 72 700 Td (${line}) Tj ET`;
  return bytes(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${drawing.length}>> stream
${drawing}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF`);
}

test('text comes as it is, with the line ends of Unix', async () => {
  expect(await readText('a.txt', bytes('Раз\r\nдва'))).toBe('Раз\nдва');
});

test('a PDF is known by its first bytes, whatever it is called', async () => {
  expect(await readText('report.txt', pdfSaying('The lighthouse was built in 1907'))).toContain(
    'The lighthouse was built in 1907',
  );
});

describe.each([
  ['an empty file', bytes(' \n'), /"file" holds no text/],
  ['a PDF without text', pdfSaying(''), /holds no text; a scan has to be recognised/],
  ['a broken PDF', bytes('%PDF-1.4 and nothing more'), /is a PDF that cannot be read/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0), /neither text in UTF-8 nor a PDF/],
])('%s', (_, data, words) => {
  test('is refused with what is wrong and the field that held it', async () => {
    const refusal: unknown = await readText('file', data).catch((error: unknown) => error);
    expect(isInvalidRequestError(refusal) && refusal.message).toMatch(words);
    expect(refusal).toMatchObject({ field: 'file' });
  });
});
