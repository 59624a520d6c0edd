import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { StoredFile } from '@gigakit/core';
import { downloadTo } from '@gigakit/core/node';
import type { Command } from 'commander';
import { addClientFlags, type ClientFlags } from '../client-flags.ts';
import { UsageError } from '../usage-error.ts';
import { withClient } from '../with-client.ts';
import { withStatus } from '../with-status.ts';
import { writeJson, writeLine, writeOut } from '../write-out.ts';
import { writeTable } from '../write-table.ts';

interface DownloadFlags extends ClientFlags {
  readonly output?: string;
}

/** `gigakit files`: what lies on the server. */
export function addFiles(program: Command): void {
  const files = program
    .command('files')
    .description('list, upload, download and delete files of the account');
  addClientFlags(files.command('list').description('list the files, newest last').action(list));
  addClientFlags(
    files
      .command('upload')
      .description('upload files; prints their ids')
      .argument('<path...>', 'pictures, documents or sounds')
      .action(upload),
  );
  addClientFlags(
    files
      .command('download')
      .description('save a file; prints where it is')
      .argument('<id>', 'as `gigakit files list` shows it')
      .option(
        '-o, --output <path>',
        'where to save it, - for standard output; the id with a fitting ending by default',
      )
      .action(download),
  );
  addClientFlags(files.command('delete').description('delete files').argument('<id...>').action(remove));
}

async function list(flags: ClientFlags): Promise<void> {
  await withClient(flags, async (giga, signal) => {
    const found = (await giga.files.list({ signal })).toSorted(
      (one, other) => (one.createdAtMs ?? 0) - (other.createdAtMs ?? 0),
    );
    if (flags.json === true) await writeJson(found.map(fileJson));
    else await writeTable(found.map(fileRow));
  });
}

async function upload(paths: readonly string[], flags: ClientFlags): Promise<void> {
  for (const path of paths) await checkFile(path);
  await withClient(flags, async (giga, signal) => {
    const stored: StoredFile[] = [];
    for (const path of paths) {
      const request = { data: await openAsBlob(path), filename: basename(path) };
      const file = await withStatus(`uploading ${path}…`, giga.files.upload(request, { signal }));
      // Said at once: what is uploaded stays there when a later one fails.
      if (flags.json !== true) await writeLine(file.id);
      stored.push(file);
    }
    if (flags.json === true) await writeJson(stored.map(fileJson));
  });
}

async function download(id: string, { output, ...flags }: DownloadFlags): Promise<void> {
  if (output === '-' && flags.json === true) {
    throw new UsageError('--json and -o - cannot both have standard output.', 'name a file: -o cat.jpg');
  }
  await withClient(flags, async (giga, signal) => {
    if (output === '-') {
      const { body } = await giga.files.downloadStream(id, { signal });
      for await (const chunk of body) await writeOut(chunk);
      return;
    }
    const target =
      output === undefined ? { folder: '.' } : { folder: dirname(output), filename: basename(output) };
    const saved = await withStatus('downloading…', downloadTo(giga, id, target, { signal }));
    await (flags.json === true ? writeJson(saved) : writeLine(saved.path));
  });
}

async function remove(ids: readonly string[], flags: ClientFlags): Promise<void> {
  await withClient(flags, async (giga, signal) => {
    const deleted = [];
    for (const id of ids) {
      deleted.push(await giga.files.delete(id, { signal }));
      if (flags.json !== true) await writeLine(id);
    }
    if (flags.json === true) await writeJson(deleted);
  });
}

async function checkFile(path: string): Promise<void> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new UsageError(`There is no file ${path}.`, 'give the path of a file that can be read');
}

const fileJson = ({ id, filename, bytes, createdAtMs, purpose, modalities }: StoredFile): object => ({
  id,
  filename,
  bytes,
  createdAtMs,
  purpose,
  modalities,
});

const fileRow = ({ id, filename = '', bytes, createdAtMs }: StoredFile): string[] => [
  id,
  createdAtMs === undefined ? '' : new Date(createdAtMs).toISOString().slice(0, 16).replace('T', ' '),
  bytes === undefined ? '' : String(bytes),
  filename,
];
