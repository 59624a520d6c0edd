/** Extension -> IANA type, for everything the API takes or makes. */
const byExtension: ReadonlyMap<string, string> = new Map(
  Object.entries({
    txt: 'text/plain',
    md: 'text/markdown',
    csv: 'text/csv',
    html: 'text/html',
    json: 'application/json',
    jsonl: 'application/jsonl',
    xml: 'application/xml',
    rtf: 'application/rtf',
    pdf: 'application/pdf',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    epub: 'application/epub+zip',
    ppt: 'application/vnd.ms-powerpoint',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    gif: 'image/gif',
    webp: 'image/webp',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    bmp: 'image/bmp',
    heic: 'image/heic',
    avif: 'image/avif',
    mp4: 'audio/mp4',
    mp3: 'audio/mpeg',
    m4a: 'audio/x-m4a',
    wav: 'audio/wav',
    weba: 'audio/webm',
    webm: 'audio/webm',
    ogg: 'audio/ogg',
    opus: 'audio/opus',
    flac: 'audio/flac',
    glb: 'model/gltf-binary',
  }),
);

/** What the API's own list of accepted types calls a type where that is not its IANA name. */
const wireNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'application/epub+zip': 'application/epub',
    'application/vnd.ms-powerpoint': 'application/ppt',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'application/pptx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'application/vnd.ms-excel',
    'audio/mpeg': 'audio/mp3',
    'audio/ogg': 'audio/x-ogg',
    'audio/m4a': 'audio/x-m4a',
  }),
);

/** Names in use that mean the same type. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'image/jpg': 'image/jpeg',
    'image/pjpeg': 'image/jpeg',
    'image/x-png': 'image/png',
    'image/tif': 'image/tiff',
    'image/x-ms-bmp': 'image/bmp',
    'audio/mp3': 'audio/mpeg',
    'audio/m4a': 'audio/x-m4a',
    'video/mp4': 'audio/mp4',
    'video/webm': 'audio/webm',
  }),
);

/** The type an ending such as `.pdf` promises. */
export function mediaTypeOfFilename(filename: string): string | undefined {
  const dot = filename.lastIndexOf('.');
  return dot === -1 ? undefined : byExtension.get(filename.slice(dot + 1).toLowerCase());
}

/** An ending for a file of that type, with its dot; `.bin` when none is known. */
export function extensionOf(mediaType: string): string {
  const wanted = plainMediaType(mediaType);
  const found = [...byExtension].find(([, known]) => known === wanted);
  return found === undefined ? '.bin' : `.${found[0]}`;
}

/** Lower case, without parameters, under one name per type. */
export function plainMediaType(mediaType: string): string {
  const bare = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return aliases.get(bare) ?? bare;
}

/** What to call the type when uploading: the server accepts or refuses by this word. */
export const wireMediaType = (mediaType: string): string => wireNames.get(mediaType) ?? mediaType;

/** Whether a stated type says something: `image/*` and `application/octet-stream` do not. */
export const isPrecise = (mediaType: string | undefined): mediaType is string =>
  mediaType !== undefined &&
  /^[\w.+-]+\/[\w.+-]+/.test(mediaType) &&
  plainMediaType(mediaType) !== 'application/octet-stream' &&
  plainMediaType(mediaType) !== 'binary/octet-stream';
