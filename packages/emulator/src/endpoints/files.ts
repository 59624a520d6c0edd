import { jsonAnswer } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { fileKind, maxBytesOf } from '../files/file-kind.ts';
import { readUpload } from '../files/read-upload.ts';
import { Refusal } from '../refusal.ts';
import type { Route, RouteInput } from '../route.ts';
import type { StoredFile } from '../state/file-store.ts';

const common = { generation: 'v1', access: 'token' } as const;

export const uploadFile: Route = {
  ...common,
  method: 'POST',
  path: 'files',
  body: 'stream',
  async handle(exchange) {
    const leave = await exchange.world.uploads.enter();
    const upload = await readUpload(exchange.request).finally(leave);
    const { bytes, mediaType, filename, purpose } = upload;
    exchange.entry.body = { filename, mediaType, bytes: bytes.length, purpose };
    const kind = fileKind(mediaType);
    if (kind === undefined) throw new Refusal(400, `Unsupported file type: ${mediaType}`);
    if (purpose !== 'general' && purpose !== 'assistant')
      throw new Refusal(400, `Unknown purpose: ${purpose}`);
    if (bytes.length > maxBytesOf[kind]) throw new Refusal(413, 'Payload too large');
    return jsonAnswer(fileJson(exchange.world.files.add(exchange, upload)));
  },
};

export const listFiles: Route = {
  ...common,
  method: 'GET',
  path: 'files',
  body: 'none',
  handle: (exchange) => jsonAnswer({ data: exchange.world.files.list(exchange).map(fileJson) }),
};

export const retrieveFile: Route = {
  ...common,
  method: 'GET',
  path: 'files/:id',
  body: 'none',
  handle: (exchange, input) => jsonAnswer(fileJson(findFile(exchange, input))),
};

export const fileContent: Route = {
  ...common,
  method: 'GET',
  path: 'files/:id/content',
  body: 'none',
  handle(exchange, input) {
    const { bytes } = findFile(exchange, input);
    // An image asked for as one is named so; everything else comes as plain bytes, whatever it is.
    const isImageAsked = exchange.request.headers.get('accept')?.includes('application/jpg') === true;
    return {
      status: 200,
      headers: { 'Content-Type': isImageAsked ? 'image/jpg' : 'application/octet-stream' },
      body: bytes,
    };
  },
};

/** By POST: the API has no DELETE. The body, if any, is ignored. */
export const deleteFile: Route = {
  ...common,
  method: 'POST',
  path: 'files/:id/delete',
  body: 'stream',
  handle(exchange, input) {
    const { id } = findFile(exchange, input);
    exchange.world.files.delete(exchange, id);
    return jsonAnswer({ id, object: 'file', deleted: true, access_policy: 'private' });
  },
};

function findFile(exchange: Exchange, { params }: RouteInput): StoredFile {
  const file = exchange.world.files.find(exchange, params['id'] ?? '');
  if (file === undefined) throw new Refusal(404, 'No such file');
  return file;
}

function fileJson(file: StoredFile): unknown {
  const kind = fileKind(file.mediaType);
  return {
    id: file.id,
    object: 'file',
    bytes: file.bytes.length,
    access_policy: 'private',
    created_at: file.createdAt,
    filename: file.filename,
    purpose: file.purpose,
    modalities: kind === undefined ? null : [kind],
  };
}
