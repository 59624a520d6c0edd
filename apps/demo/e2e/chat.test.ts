import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemo, type RunningDemo } from './start-demo.ts';

let demo: RunningDemo;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo[Symbol.asyncDispose]());
afterEach(async () => {
  await page.close();
  demo.emulator.reset();
});

async function openPage(): Promise<void> {
  page = await demo.browser.newPage({ locale: 'ru-RU' });
  page.setDefaultTimeout(10_000);
  await page.goto(demo.url);
}

async function ask(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Сообщение' }).fill(text);
  await page.getByRole('button', { name: 'Отправить' }).click();
}

test('the page says that the emulator answers', async () => {
  await openPage();
  await page.getByText('Отвечает локальный эмулятор').waitFor();
});

describe.each(['AI SDK', 'LangChain'])('through %s', (engine) => {
  test('a message typed on the page is answered', async () => {
    demo.emulator.enqueue({ type: 'answer', text: ['Рыжий ', 'кот ', 'по имени ', 'Апельсин.'] });
    await openPage();
    await page.getByText(engine, { exact: true }).click();
    await ask('Придумай имя коту');
    await page.getByText('Рыжий кот по имени Апельсин.').waitFor();
  });

  test('text reaches the page before the answer is whole', async () => {
    demo.emulator.enqueue({
      type: 'answer',
      text: ['Первые слова. ', 'Последние слова.'],
      // The rest of the body never comes, so what is seen was seen while the answer was still being made.
      faults: [{ type: 'hang', afterBytes: 240 }],
    });
    await openPage();
    await page.getByText(engine, { exact: true }).click();
    await ask('Говори');
    await page.getByText('Первые слова.').waitFor();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await page.getByRole('button', { name: 'Отправить' }).waitFor();
  });

  test('leaving the page cancels the request to GigaChat', async () => {
    demo.emulator.enqueue({
      type: 'answer',
      text: ['Начало. ', 'Конец.'],
      faults: [{ type: 'hang', afterBytes: 240 }],
    });
    await openPage();
    await page.getByText(engine, { exact: true }).click();
    await ask('Говори');
    await page.getByText('Начало.').waitFor();
    await page.close();
    await vi.waitFor(() => {
      const asked = demo.emulator.journal.findLast((entry) => entry.endpoint === 'chat/completions');
      expect(asked).toMatchObject({ status: 200, isAborted: true });
    });
  });

  test('a tool runs and its result becomes part of the answer', async () => {
    demo.emulator.enqueue(
      {
        type: 'answer',
        calls: [{ name: 'calculate', arguments: { left: 17, operation: 'multiply', right: 23 } }],
      },
      { type: 'answer', text: 'Получится 391.' },
    );
    await openPage();
    await page.getByText(engine, { exact: true }).click();
    await ask('Сколько будет 17 умножить на 23?');
    await page.getByText('Получится 391.').waitFor();
    await page.getByText('calculate').waitFor();
  });

  test('a refusal is told in words', async () => {
    demo.emulator.enqueue({ type: 'error', status: 402, message: 'Payment Required' });
    await openPage();
    await page.getByText(engine, { exact: true }).click();
    await ask('Привет');
    await page.getByRole('alert').getByText('Payment Required').waitFor();
  });
});
