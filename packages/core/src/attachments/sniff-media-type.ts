/** How many bytes are enough to tell every type we know. */
export const sniffLength = 4096;

/** The IANA type that the first bytes show, or `undefined` when they show none we know. */
export function sniffMediaType(head: Uint8Array): string | undefined {
  for (const [mediaType, offset, signature] of signatures) {
    if (startsWith(head, offset, signature)) return mediaType;
  }
  if (startsWith(head, 0, 'RIFF')) {
    if (startsWith(head, 8, 'WEBP')) return 'image/webp';
    if (startsWith(head, 8, 'WAVE')) return 'audio/wav';
    return undefined;
  }
  // Two letters begin many a text as well; four reserved bytes of zero follow in a picture only.
  if (startsWith(head, 0, 'BM') && startsWith(head, 6, '\u0000\u0000\u0000\u0000')) return 'image/bmp';
  if (startsWith(head, 4, 'ftyp')) return sniffIsoMedia(latin1(head, 8, 12));
  if (startsWith(head, 0, 'PK\u0003\u0004')) return sniffZip(latin1(head, 0, head.length));
  if (startsWith(head, 0, 'OggS')) return includes(head, 'OpusHead') ? 'audio/opus' : 'audio/ogg';
  return isMpegFrame(head) ? 'audio/mpeg' : undefined;
}

/** Eleven set bits, then a version, layer, bit rate and sampling rate that are none of the reserved ones. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isMarked = first === 0xff && (second & 0xe0) === 0xe0;
  const isVersioned = (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
  return isMarked && isVersioned && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

type Signature = readonly [mediaType: string, offset: number, signature: string];

const signatures: readonly Signature[] = [
  ['image/jpeg', 0, '\u00ff\u00d8\u00ff'],
  ['image/png', 0, '\u0089PNG\r\n\u001a\n'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/tiff', 0, 'II*\u0000'],
  ['image/tiff', 0, 'MM\u0000*'],
  ['application/pdf', 0, '%PDF-'],
  ['model/gltf-binary', 0, 'glTF'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/flac', 0, 'fLaC'],
  // Matroska in its audio form is the only one the API takes.
  ['audio/webm', 0, '\u001a\u0045\u00df\u00a3'],
];

function sniffIsoMedia(brand: string): string {
  if (brand.startsWith('avif')) return 'image/avif';
  if (/^(heic|heix|mif1|msf1)/.test(brand)) return 'image/heic';
  return brand.startsWith('M4A') ? 'audio/x-m4a' : 'audio/mp4';
}

/** Office documents and books are ZIP archives; the names of their first members tell them apart. */
function sniffZip(text: string): string {
  if (text.includes('application/epub+zip')) return 'application/epub+zip';
  if (text.includes('word/')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (text.includes('ppt/')) {
    return 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  }
  if (text.includes('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/zip';
}

function startsWith(head: Uint8Array, offset: number, signature: string): boolean {
  if (head.length < offset + signature.length) return false;
  for (let index = 0; index < signature.length; index += 1) {
    if (head[offset + index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

const includes = (head: Uint8Array, word: string): boolean => latin1(head, 0, head.length).includes(word);

function latin1(head: Uint8Array, start: number, end: number): string {
  let text = '';
  for (const byte of head.subarray(start, end)) text += String.fromCharCode(byte);
  return text;
}
