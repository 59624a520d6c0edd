import { link, mkdir, open, realpath, rename, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, StreamError } from '../errors/index.ts';
import { extensionOf } from '../attachments/media-types.ts';
import type { FileDownload } from '../resources/files.ts';

/** Whatever can stream a file: a `GigaChat`. */
export interface FileDownloader {
  readonly files: { downloadStream(id: string, options?: CallOptions): Promise<FileDownload> };
}

export interface DownloadTarget {
  /** Nothing is written outside it. Made when it is not there. */
  readonly folder: string;
  /** Within the folder; folders named on the way must exist. The file's id with a fitting ending by default. */
  readonly filename?: string | undefined;
  /** Replaces a file of that name. `true` by default. */
  readonly overwrite?: boolean | undefined;
}

export interface DownloadedFile {
  /** Absolute, with links resolved. */
  readonly path: string;
  readonly bytes: number;
  /** Told from the first bytes. */
  readonly mediaType: string;
}

/**
 * Streams a file of the server to disk without holding it: first under a temporary name, then renamed, so that a
 * broken download leaves nothing behind and nobody sees half a file.
 *
 * @throws InvalidRequestError when the name leads outside the folder, by dots, as an absolute path or through a link, and
 * when the file is there and `overwrite` is false.
 * @throws StreamError when less arrives than was announced; whatever `files.downloadStream` throws.
 */
export async function downloadTo(
  client: FileDownloader,
  fileId: string,
  target: DownloadTarget,
  options?: CallOptions,
): Promise<DownloadedFile> {
  await mkdir(target.folder, { recursive: true });
  const folder = await realpath(target.folder);
  // Judged before anything is fetched; without a name the id is judged in its place.
  if (target.filename !== undefined) await resolveInside(folder, target.filename);
  const download = await client.files.downloadStream(fileId, options);
  try {
    const filename = target.filename ?? `${fileId}${extensionOf(download.mediaType)}`;
    const path = await resolveInside(folder, filename);
    const temporary = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}.part`);
    const bytes = await writeTo(temporary, download);
    await settle(temporary, path, target.overwrite ?? true, filename);
    return { path, bytes, mediaType: download.mediaType };
  } catch (error) {
    await download.discard().catch(() => {});
    throw error;
  }
}

const outside = () =>
  new InvalidRequestError(
    'filename leads outside the folder; give a name within it, without `..`, and not an absolute path.',
    { field: 'filename' },
  );

/** The final path, with every link on the way to its folder resolved. */
async function resolveInside(folder: string, filename: string): Promise<string> {
  if (filename === '' || filename.includes('\0') || isAbsolute(filename)) throw outside();
  const wanted = resolve(folder, filename);
  if (!isInside(folder, wanted)) throw outside();
  const parent = await realpath(dirname(wanted)).catch(() => {
    throw new InvalidRequestError(`filename names the folder ${dirname(filename)}, which is not there.`, {
      field: 'filename',
    });
  });
  const path = join(parent, basename(wanted));
  if (!isInside(folder, path)) throw outside();
  return path;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function writeTo(temporary: string, download: FileDownload): Promise<number> {
  // `wx` makes the file and follows no link that may wait there.
  const file = await open(temporary, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of download.body) {
      await file.writeFile(chunk);
      bytes += chunk.byteLength;
    }
    const isPacked = (download.headers['content-encoding'] ?? 'identity') !== 'identity';
    if (download.length !== undefined && !isPacked && bytes !== download.length) {
      throw new StreamError(`The file ended after ${bytes} of ${download.length} bytes.`, {
        reason: 'ended-early',
        isRetryable: true,
      });
    }
    await file.close();
    return bytes;
  } catch (error) {
    await file.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

async function settle(temporary: string, path: string, overwrite: boolean, filename: string): Promise<void> {
  try {
    // A rename replaces a link of that name, and never writes through it.
    if (overwrite) return await rename(temporary, path);
    // A link fails where a file is; a rename would not.
    await link(temporary, path);
    await unlink(temporary);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new InvalidRequestError(`filename ${filename} is there already, and overwrite is false.`, {
        field: 'filename',
      });
    }
    throw error;
  }
}
