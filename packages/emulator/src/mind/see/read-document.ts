import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

export interface ReadDocument {
  /** Empty when the file holds none we can read. */
  readonly text: string;
  /** Of a PDF. */
  readonly pages: number | undefined;
}

/** Longer texts are cut there. */
const mostCharacters = 400_000;
const mostUnpackedBytes = 20_000_000;
const known = new WeakMap<Uint8Array, ReadDocument | undefined>();

/** The text of a document: plain text, office files, e-books, and PDFs as far as their fonts allow. */
export function readDocument(bytes: Uint8Array, mediaType: string): ReadDocument | undefined {
  if (known.has(bytes)) return known.get(bytes);
  const read = readNew(bytes, mediaType);
  known.set(bytes, read);
  return read;
}

function readNew(bytes: Uint8Array, mediaType: string): ReadDocument | undefined {
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46) return readPdf(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { text: readZipped(bytes).slice(0, mostCharacters), pages: undefined };
  if (/^(?:text\/|application\/(?:json|xml|x-ndjson|yaml|markdown|javascript))/.test(mediaType)) {
    const text = decodeText(bytes).slice(0, mostCharacters);
    return { text: /html|xml/.test(mediaType) ? withoutMarkup(text) : text, pages: undefined };
  }
  return undefined;
}

/** UTF-8, else Windows-1251, in which much old Russian text is. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** Pages, slides, sheets and chapters of the zipped formats, in the order of their names. */
function readZipped(bytes: Uint8Array): string {
  const holdsText = /^word\/document\.xml$|^ppt\/slides\/slide\d+\.xml$|^xl\/sharedStrings\.xml$|\.x?html?$/;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => holdsText.test(name) && originalSize < mostUnpackedBytes,
    });
    return Object.keys(files)
      .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
      .map((name) => withoutMarkup(strFromU8(files[name] ?? new Uint8Array())))
      .join('\n');
  } catch {
    return '';
  }
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gi, ' ')
    .replace(/<\/(?:w:p|a:p|p|div|h\d|li|tr|si)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' })[name] ?? ' ',
    )
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** Page count, and the literal strings of the text operators; subset fonts without a plain encoding give none. */
function readPdf(bytes: Uint8Array): ReadDocument {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const contents = [raw, ...streamsIn(raw)];
  const pages = contents.reduce(
    (sum, content) => sum + (content.match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0),
    0,
  );
  const text = contents
    .slice(1)
    .map(shownText)
    .filter((shown) => shown !== '')
    .join('\n');
  const letters = text.match(/[\p{L}\s\d.,!?:;()-]/gu)?.length ?? 0;
  return {
    text: letters > text.length * 0.9 ? text.slice(0, mostCharacters) : '',
    pages: pages || undefined,
  };
}

function* streamsIn(raw: string): Generator<string> {
  let unpacked = 0;
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = raw.indexOf('endstream', start);
    if (end === -1 || unpacked > mostUnpackedBytes) return;
    const body = raw.slice(start, end);
    const isPacked = /\/FlateDecode/.test(raw.slice(Math.max(0, match.index - 400), match.index));
    const content = isPacked ? inflated(body) : body;
    unpacked += content.length;
    yield content;
  }
}

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: mostUnpackedBytes }).toString(
      'latin1',
    );
  } catch {
    return '';
  }
}

function shownText(content: string): string {
  if (!/\bTJ?\b|\bTj\b/.test(content)) return '';
  return content
    .split(/\b(?:ET|T\*|Td|TD|Tm)\b/)
    .map((line) =>
      [...line.matchAll(/\(((?:\\.|[^\\()])*)\)/g)]
        .map(([, shown = '']) =>
          shown.replace(/\\([nrt()\\])/g, (_, sign: string) => ({ n: '\n', r: '', t: ' ' })[sign] ?? sign),
        )
        .join(''),
    )
    .filter((line) => line.trim() !== '')
    .join('\n');
}
