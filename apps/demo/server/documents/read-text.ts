import { InvalidRequestError } from '@gigakit/core';

/** The text of a text, Markdown or PDF file. @throws InvalidRequestError that says what is wrong with the file. */
export async function readText(name: string, data: Uint8Array): Promise<string> {
  const text = isPdf(data) ? await readPdf(name, data) : readUtf8(name, data);
  if (text.trim() === '')
    throw new InvalidRequestError(
      `"${name}" holds no text${isPdf(data) ? '; a scan has to be recognised first' : ''}.`,
      { field: 'file' },
    );
  // PostgreSQL keeps no zero bytes in text.
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n');
}

function isPdf(data: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(data.subarray(0, 5)) === '%PDF-';
}

async function readPdf(name: string, data: Uint8Array): Promise<string> {
  // Heavy, and most documents are plain text.
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    // A copy, since the reader takes the bytes for itself.
    const pdf = await getDocumentProxy(data.slice(), { verbosity: 0 });
    const { text } = await extractText(pdf, { mergePages: false });
    return text.join('\n\n');
  } catch (error) {
    throw new InvalidRequestError(
      `"${name}" is a PDF that cannot be read: ${error instanceof Error ? error.message : 'it is damaged'}.`,
      { field: 'file', cause: error },
    );
  }
}

function readUtf8(name: string, data: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new InvalidRequestError(
    `"${name}" is neither text in UTF-8 nor a PDF: add .txt, .md or .pdf files.`,
    { field: 'file' },
  );
}
