import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GigaChat } from '@gigakit/core';
import { createEmulator } from '@gigakit/emulator';
import { expect, onTestFinished, test } from 'vitest';
import { ChatSession } from './chat-session.ts';
import { parseLine } from './parse-line.ts';

function open(onPiece: (session: ChatSession) => void = () => {}) {
  const emulator = createEmulator();
  const giga = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
  onTestFinished(() => giga.close());
  const said: string[] = [];
  const session: ChatSession = new ChatSession(
    giga,
    {
      answer: async (text) => {
        said.push(text);
        onPiece(session);
      },
      answered: async (turn) => {
        said.push(turn === undefined ? '(stopped)' : '(whole)');
      },
      remark: (text) => said.push(text),
    },
    undefined,
  );
  const type = async (...lines: readonly string[]) => {
    for (const line of lines) await session.take(parseLine(line));
  };
  const sentMessages = () => {
    const { body } = emulator.journal.findLast(({ endpoint }) => endpoint === 'chat/completions') ?? {};
    return (body as { messages: readonly { role: string; content: string }[] }).messages.map(
      ({ role, content }) => `${role}: ${content}`,
    );
  };
  return { emulator, session, said, type, sentMessages };
}

test('what was said goes along with the next question, and /new forgets it', async () => {
  const { emulator, type, sentMessages } = open();
  emulator.when({}, { type: 'answer', text: 'Да.' });
  await type('Раз?', 'Два?');
  expect(sentMessages()).toEqual(['user: Раз?', 'assistant: Да.', 'user: Два?']);
  await type('/new', '/system Кратко.', 'Три?');
  expect(sentMessages()).toEqual(['system: Кратко.', 'user: Три?']);
});

test('/retry asks the last question again, as if it had not been answered', async () => {
  const { emulator, type, sentMessages } = open();
  emulator.when({}, { type: 'answer', text: 'Да.' });
  await type('Раз?', 'Два?', '/retry');
  expect(sentMessages()).toEqual(['user: Раз?', 'assistant: Да.', 'user: Два?']);
});

test('a stopped answer stays in the conversation as far as it came', async () => {
  const { emulator, type, said, sentMessages } = open((session) => session.stop());
  emulator.enqueue({ type: 'answer', text: ['Жили-были', ' дед и баба.'] });
  await type('Расскажи сказку');
  expect(said).toEqual(['Жили-были', '(stopped)']);
  await type('Дальше');
  expect(sentMessages()).toEqual(['user: Расскажи сказку', 'assistant: Жили-были', 'user: Дальше']);
});

test('a question that failed is as if it had not been asked', async () => {
  const { emulator, session, type, sentMessages } = open();
  emulator.enqueue({ type: 'error', status: 422, message: 'Unprocessable Entity' });
  await expect(session.take(parseLine('Сломайся'))).rejects.toMatchObject({ kind: 'invalid-request' });
  await type('Привет');
  expect(sentMessages()).toEqual(['user: Привет']);
});

test('/save writes the conversation without the bytes of its files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gigakit-chat-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [note, saved] = [join(folder, 'note.txt'), join(folder, 'chat.json')];
  await writeFile(note, 'Касса закрыта по понедельникам.');
  const { type } = open();
  await type(`/file ${note}`, 'Когда закрыта касса?', `/save ${saved}`);
  const text = await readFile(saved, 'utf8');
  expect(JSON.parse(text)).toMatchObject([
    { role: 'user', content: [{ type: 'text' }, { type: 'file', filename: 'note.txt' }] },
    { role: 'assistant' },
  ]);
  expect(text).not.toContain('data');
});
