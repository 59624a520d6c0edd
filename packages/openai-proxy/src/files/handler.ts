import type { StoredFile } from '@gigakit/core';
import type { Exchange } from '../exchange.ts';
import { badRequest } from '../proxy-error.ts';
import { readFormBody } from '../read-body.ts';

/** `POST /files`. OpenAI's purposes all become `general`, the one that takes every kind of file. */
export async function uploadFile({ request, config, client, callOptions }: Exchange): Promise<Response> {
  const form = await readFormBody(request, config.maxUploadBytes);
  const file = form.get('file');
  if (!(file instanceof Blob)) throw badRequest('file', 'The form has no `file`.');
  const stored = await client.files.upload(
    {
      data: file,
      ...(file instanceof File && file.name !== '' && { filename: file.name }),
      ...(isPrecise(file.type) && { mediaType: file.type }),
    },
    callOptions,
  );
  return Response.json(fromStoredFile(stored));
}

/** `GET /files`. */
export async function listFiles({ client, callOptions }: Exchange): Promise<Response> {
  const files = await client.files.list(callOptions);
  const data = files.map(fromStoredFile);
  return Response.json({
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: false,
  });
}

/** `GET /files/:id`. */
export async function retrieveFile({ client, callOptions, params }: Exchange): Promise<Response> {
  return Response.json(fromStoredFile(await client.files.retrieve(idOf(params), callOptions)));
}

/** `GET /files/:id/content`, as it arrives. */
export async function fileContent(exchange: Exchange): Promise<Response> {
  const { client, callOptions, params } = exchange;
  const download = await client.files.downloadStream(idOf(params), callOptions);
  const { body, mediaType, length } = download;
  const finish = exchange.holdOpen();
  const chunks = body[Symbol.asyncIterator]();
  let isReading = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // While nobody reads, nothing would notice that the caller is gone or the time is up.
        const onAbort = () => {
          if (isReading) return;
          if (exchange.request.signal.aborted) controller.close();
          else controller.error(exchange.signal.reason);
          finish('cancelled');
          void download.discard();
        };
        exchange.signal.addEventListener('abort', onAbort, { once: true });
      },
      async pull(controller) {
        isReading = true;
        try {
          const next = await chunks.next();
          if (next.done !== true) return controller.enqueue(next.value);
          controller.close();
          finish('done');
        } catch (error) {
          controller.error(error);
          finish('failed');
        } finally {
          isReading = false;
        }
      },
      async cancel(reason) {
        exchange.abort(reason);
        finish('cancelled');
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, {
    headers: {
      'content-type': mediaType,
      ...(length !== undefined && { 'content-length': String(length) }),
      // A stored page must not run under this address.
      'content-disposition': mediaType.startsWith('image/') ? 'inline' : 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}

/** `DELETE /files/:id`. */
export async function deleteFile({ client, callOptions, params }: Exchange): Promise<Response> {
  const { id, isDeleted } = await client.files.delete(idOf(params), callOptions);
  return Response.json({ id, object: 'file', deleted: isDeleted });
}

const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? '';

const isPrecise = (type: string): boolean => type !== '' && type !== 'application/octet-stream';

const fromStoredFile = ({ id, filename, bytes, createdAtMs, purpose }: StoredFile) => ({
  id,
  object: 'file',
  bytes: bytes ?? 0,
  created_at: Math.floor((createdAtMs ?? 0) / 1_000),
  filename: filename ?? id,
  purpose: purpose === undefined || purpose === 'general' ? 'user_data' : purpose,
  status: 'processed',
});
