import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type RunningEmulator } from '@gigakit/emulator';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { runCommand, startCommand, type RunOptions } from './__fixtures__/run-command.ts';

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
});
afterEach(() => emulator.reset());
afterAll(() => emulator.close());

const gigakit = (args: readonly string[], { env = {}, ...options }: RunOptions = {}) =>
  runCommand(args, { env: { ...emulator.env, ...env }, ...options });

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'gigakit-cli-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

const lastChat = () => emulator.journal.findLast(({ endpoint }) => endpoint === 'chat/completions')?.body;

test('ask puts the argument before what is piped in, and prints the answer alone', async () => {
  emulator.enqueue({ type: 'answer', text: ['Крат', 'ко.'] });
  const ending = await gigakit(['ask', 'Перескажи:', '--system', 'Будь краток'], {
    input: 'Длинный текст\n',
  });
  expect(ending).toEqual({ code: 0, stdout: 'Кратко.\n', stderr: '' });
  expect(lastChat()).toMatchObject({
    stream: true,
    messages: [
      { role: 'system', content: 'Будь краток' },
      { role: 'user', content: 'Перескажи:\n\nДлинный текст' },
    ],
  });
});

test('ask --json prints one object', async () => {
  emulator.enqueue({ type: 'answer', text: 'Да.' });
  const { code, stdout } = await gigakit([
    'ask',
    'Точно?',
    '--json',
    '--model',
    'GigaChat-2-Pro',
    '--api',
    'v2',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ text: 'Да.', finishReason: 'stop', usage: {} });
  expect(emulator.journal.at(-1)?.path).toBe('/v2/chat/completions');
});

test('ask --file reads a document, ask --schema gets JSON of a shape', async () => {
  const cwd = await folder();
  await writeFile(join(cwd, 'hours.txt'), 'Библиотека закрыта по понедельникам.');
  const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
  await writeFile(join(cwd, 'person.json'), JSON.stringify(schema));
  const read = await gigakit(['ask', 'Когда библиотека закрыта?', '-f', 'hours.txt'], { cwd });
  expect(read.stdout).toContain('понедельникам');
  const shaped = await gigakit(['ask', 'Меня зовут Анна.', '--schema', 'person.json'], { cwd });
  expect(JSON.parse(shaped.stdout)).toHaveProperty('name');
});

test('draw saves the picture and prints where it is', async () => {
  const cwd = await folder();
  const { code, stdout } = await gigakit(['draw', 'рыжий', 'кот', '-o', 'cat.jpg'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'cat.jpg\n' });
  const picture = await readFile(join(cwd, 'cat.jpg'));
  expect(picture.subarray(0, 2).toString('hex')).toBe('ffd8');
});

test('draw finds out before it draws that there is no folder to save to', async () => {
  const { code, stderr } = await gigakit(['draw', 'кот', '-o', '/nowhere/at/all/cat.jpg']);
  expect(code).toBe(2);
  expect(stderr).toContain('There is no folder /nowhere/at/all');
  expect(emulator.journal).toEqual([]);
});

test('embed prints one vector a line, for arguments and for lines piped in', async () => {
  const { stdout } = await gigakit(['embed', 'раз'], { input: 'два\nтри\n' });
  const vectors = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(vectors).toHaveLength(3);
  expect(vectors[0]).toHaveLength(1024);
});

test.each([
  [['models'], /^GigaChat-2-Pro +chat$/m],
  [['tokens', 'Привет, мир!'], /^\d+\n$/],
  [['balance'], /^GigaChat-Pro +\d+$/m],
])('%j prints a plain table or number', async (args, expected) => {
  const { code, stdout } = await gigakit(args);
  expect(code).toBe(0);
  expect(stdout).toMatch(expected);
});

test('a file goes up, is listed, comes down the same, and is deleted', async () => {
  const cwd = await folder();
  await writeFile(join(cwd, 'note.txt'), 'Привет!');
  const id = (await gigakit(['files', 'upload', 'note.txt'], { cwd })).stdout.trim();
  const listed: unknown = JSON.parse((await gigakit(['files', 'list', '--json'])).stdout);
  expect(listed).toMatchObject([{ id, filename: 'note.txt' }]);
  expect((await gigakit(['files', 'download', id, '-o', '-'])).stdout).toBe('Привет!');
  const saved = await gigakit(['files', 'download', id, '-o', 'copy.txt'], { cwd });
  expect(saved.stdout).toContain('copy.txt');
  expect(await readFile(join(cwd, 'copy.txt'), 'utf8')).toBe('Привет!');
  expect((await gigakit(['files', 'delete', id])).code).toBe(0);
  expect((await gigakit(['files', 'download', id], { cwd })).code).toBe(1);
});

test('chat takes a line at a time from a pipe and remembers', async () => {
  const { code, stdout } = await gigakit(['chat'], { input: 'Меня зовут Аня\nКак меня зовут?\n' });
  expect(code).toBe(0);
  expect(stdout.split('\n')[1]).toContain('Аня');
});

test.each([
  ['0 for help', ['--help'], {}, 0],
  ['2 for a command that does not exist', ['aks'], {}, 2],
  ['2 for a flag that does not exist', ['ask', 'x', '--nope'], {}, 2],
  ['2 for nothing to ask', ['ask'], {}, 2],
  ['2 for a file that is not there', ['ask', 'x', '-f', 'nowhere.jpg'], {}, 2],
  ['2 for a setting that cannot be right', ['models'], { GIGACHAT_TIMEOUT: 'soon' }, 2],
  ['3 for no key', ['models'], { GIGACHAT_CREDENTIALS: '' }, 3],
  ['3 for a key encoded twice', ['models'], { GIGACHAT_CREDENTIALS: btoa(btoa('id:secret')) }, 3],
  ['1 for what the API refuses', ['ask', 'x', '--model', 'GigaChat-9'], {}, 1],
  [
    '4 for a host that is not there',
    ['models'],
    { GIGACHAT_AUTH_URL: 'https://nonexistent.invalid/oauth', GIGACHAT_MAX_RETRIES: '0' },
    4,
  ],
] satisfies readonly [string, readonly string[], Readonly<Record<string, string>>, number][])(
  'the exit code is %s',
  async (_, args, env, expected) => {
    const { code, stderr } = await gigakit(args, { env });
    expect(code).toBe(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  },
);

test('an error is one sentence and a hint; --verbose adds the stack, and never the key', async () => {
  const wrong = ['ask', 'x', '--model', 'GigaChat-9'];
  const short = await gigakit(wrong);
  expect(short.stderr).toMatch(/^gigakit: chat\.stream: 404 No such model\n {2}.+\n {2}request .+\n$/);
  const long = await gigakit([...wrong, '--verbose']);
  expect(long.stderr).toMatch(/\n\s+at /);
  expect(long.stderr).not.toContain(emulator.credentials);
});

test('colours stay out of pipes', async () => {
  const { stdout, stderr } = await gigakit(['doctor'], { env: { FORCE_COLOR: '1' } });
  expect(`${stdout}${stderr}`).not.toContain('\u001B[');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s leaves in order with %i and frees the server', async (name, expected) => {
  emulator.enqueue({ type: 'answer', text: 'Вечно', faults: [{ type: 'hang', afterBytes: 200 }] });
  const child = startCommand(['ask', 'Говори'], { env: emulator.env });
  child.stdin.end();
  await once(child.stdout, 'data');
  child.kill(name);
  const [code] = await once(child, 'close');
  expect(code).toBe(expected);
});

test('a reader that has seen enough is no failure', async () => {
  const child = startCommand(['embed', 'раз', 'два', 'три'], { env: emulator.env });
  child.stdin.end();
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
});
