import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileDownload } from '../resources/files.ts';
import { downloadTo, type FileDownloader } from './download-to.ts';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gigakit-download-'));
  folder = join(root, 'pictures');
});

afterEach(() => rm(root, { recursive: true }));

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]);

function serving(parts: Partial<FileDownload> = {}) {
  const seen = { asked: 0, discarded: 0 };
  const client: FileDownloader = {
    files: {
      downloadStream: async () => {
        seen.asked += 1;
        return {
          body: (async function* () {
            yield jpeg.subarray(0, 2);
            yield jpeg.subarray(2);
          })(),
          mediaType: 'image/jpeg',
          length: jpeg.byteLength,
          headers: {},
          discard: async () => {
            seen.discarded += 1;
          },
          ...parts,
        };
      },
    },
  };
  return { client, seen };
}

test('a file lands under its id with a fitting ending, in a folder made for it', async () => {
  const { client } = serving();
  const { path, bytes, mediaType } = await downloadTo(client, 'f1', { folder });
  expect([path.endsWith(join('pictures', 'f1.jpg')), bytes, mediaType]).toEqual([true, 6, 'image/jpeg']);
  expect(await readFile(path)).toEqual(jpeg);
  expect(await readdir(folder)).toEqual(['f1.jpg']);
});

test('a name may lead into folders that are there', async () => {
  const { client } = serving();
  await mkdir(join(folder, 'cats'), { recursive: true });
  const { path } = await downloadTo(client, 'f1', { folder, filename: 'cats/мурка.jpg' });
  expect(await readFile(path)).toEqual(jpeg);
  await expect(downloadTo(client, 'f1', { folder, filename: 'dogs/rex.jpg' })).rejects.toThrow(
    'names the folder dogs, which is not there',
  );
});

test.each(['../outside.jpg', 'cats/../../outside.jpg', '..', '.', '', '/tmp/outside.jpg', 'a\0b', 'cats/..'])(
  'the name %j leads outside and is refused before anything is fetched',
  async (filename) => {
    const { client, seen } = serving();
    await expect(downloadTo(client, 'f1', { folder, filename })).rejects.toMatchObject({
      kind: 'invalid-request',
      field: 'filename',
    });
    expect(seen.asked).toBe(0);
    expect(await readdir(root)).toEqual(['pictures']);
  },
);

test('an id that leads outside is refused like a name', async () => {
  const { client, seen } = serving();
  await expect(downloadTo(client, '../f1', { folder })).rejects.toMatchObject({ field: 'filename' });
  expect(await readdir(root)).toEqual(['pictures']);
  expect(seen.discarded).toBe(1);
});

test('a folder that is a link to elsewhere is no way out', async () => {
  const { client } = serving();
  await mkdir(folder);
  await mkdir(join(root, 'elsewhere'));
  await symlink(join(root, 'elsewhere'), join(folder, 'link'));
  await expect(downloadTo(client, 'f1', { folder, filename: 'link/x.jpg' })).rejects.toMatchObject({
    field: 'filename',
  });
  expect(await readdir(join(root, 'elsewhere'))).toEqual([]);
});

test('a link of the file’s own name is replaced and not written through', async () => {
  const { client } = serving();
  await mkdir(folder);
  await writeFile(join(root, 'precious'), 'precious');
  await symlink(join(root, 'precious'), join(folder, 'x.jpg'));
  const { path } = await downloadTo(client, 'f1', { folder, filename: 'x.jpg' });
  expect(await readFile(path)).toEqual(jpeg);
  expect(await readFile(join(root, 'precious'), 'utf8')).toBe('precious');
});

test('the folder itself may be a link', async () => {
  const { client } = serving();
  await mkdir(join(root, 'real'));
  await symlink(join(root, 'real'), folder);
  const { path } = await downloadTo(client, 'f1', { folder, filename: 'x.jpg' });
  expect(path).toContain(join('real', 'x.jpg'));
});

test('a file that is there is replaced, unless that is forbidden', async () => {
  const { client } = serving();
  await mkdir(folder);
  await writeFile(join(folder, 'x.jpg'), 'old');
  const refused = downloadTo(client, 'f1', { folder, filename: 'x.jpg', overwrite: false });
  await expect(refused).rejects.toThrow('is there already');
  expect(await readFile(join(folder, 'x.jpg'), 'utf8')).toBe('old');
  await downloadTo(client, 'f1', { folder, filename: 'new.jpg', overwrite: false });
  await downloadTo(client, 'f1', { folder, filename: 'x.jpg' });
  expect(await readFile(join(folder, 'x.jpg'))).toEqual(jpeg);
  expect((await readdir(folder)).toSorted()).toEqual(['new.jpg', 'x.jpg']);
});

test('a download that breaks off leaves nothing behind', async () => {
  const { client, seen } = serving({
    body: (async function* () {
      yield jpeg;
      throw new Error('reset');
    })(),
  });
  await expect(downloadTo(client, 'f1', { folder })).rejects.toThrow('reset');
  expect(await readdir(folder)).toEqual([]);
  expect(seen.discarded).toBe(1);
});

test('a download that ends early is an error and leaves nothing behind', async () => {
  const { client } = serving({ length: 7 });
  await expect(downloadTo(client, 'f1', { folder })).rejects.toMatchObject({
    kind: 'stream',
    reason: 'ended-early',
  });
  expect(await readdir(folder)).toEqual([]);
});

test('a length that counts packed bytes is not held against the file', async () => {
  const { client } = serving({ length: 3, headers: { 'content-encoding': 'gzip' } });
  expect((await downloadTo(client, 'f1', { folder })).bytes).toBe(6);
  const unknown = serving({ length: undefined });
  expect((await downloadTo(unknown.client, 'f2', { folder })).bytes).toBe(6);
});

test('a name that is a folder’s cannot be written, and leaves nothing behind', async () => {
  const { client } = serving();
  await mkdir(join(folder, 'x.jpg'), { recursive: true });
  await expect(downloadTo(client, 'f1', { folder, filename: 'x.jpg' })).rejects.toMatchObject({
    syscall: 'rename',
  });
  expect(await readdir(folder)).toEqual(['x.jpg']);
});
