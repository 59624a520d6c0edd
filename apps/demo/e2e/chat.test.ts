import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { useStage } from './open-page.ts';

const stage = useStage();
const patienceMs = 20_000;

async function openChat(engine = 'AI SDK'): Promise<Page> {
  const page = await stage.open();
  await choose(page, engine);
  return page;
}

async function choose(page: Page, engine: string): Promise<void> {
  await page.locator('.engine-bar').getByText(engine, { exact: true }).click();
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Сообщение' }).fill(text);
  await page.getByRole('button', { name: 'Отправить' }).click();
}

test('the page says that the emulator answers', async () => {
  const page = await stage.open();
  await page.getByText('Отвечает локальный эмулятор').waitFor();
});

describe.each(['AI SDK', 'LangChain'])('through %s', (engine) => {
  test('a message typed on the page is answered, with what it cost', async () => {
    stage.demo.emulator.enqueue({
      type: 'answer',
      text: ['Рыжий ', 'кот ', 'по имени ', '**Апельсин**.'],
      usage: { promptTokens: 12, completionTokens: 34 },
    });
    const page = await openChat(engine);
    await ask(page, 'Придумай имя коту');
    await page.getByText('Рыжий кот по имени Апельсин.').waitFor();
    await page.getByText('токены: 12 + 34').waitFor();
  });

  test('text reaches the page before the answer is whole, and can be stopped', async () => {
    stage.demo.emulator.enqueue({
      type: 'answer',
      text: ['Первые слова. ', 'Последние слова.'],
      // The rest of the body never comes, so what is seen was seen while the answer was still being made.
      faults: [{ type: 'hang', afterBytes: 240 }],
    });
    const page = await openChat(engine);
    await ask(page, 'Говори');
    await page.getByText('Первые слова.').waitFor();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await page.getByRole('button', { name: 'Отправить' }).waitFor();
    await expectUpstreamCancelled();
  });

  test('leaving the page cancels the request to GigaChat', async () => {
    stage.demo.emulator.enqueue({
      type: 'answer',
      text: ['Начало. ', 'Конец.'],
      faults: [{ type: 'hang', afterBytes: 240 }],
    });
    const page = await openChat(engine);
    await ask(page, 'Говори');
    await page.getByText('Начало.').waitFor();
    await page.close();
    await expectUpstreamCancelled();
  });

  test('a tool runs and its result becomes part of the answer', async () => {
    const page = await openChat(engine);
    await ask(page, 'Сколько будет 17 умножить на 23?');
    await page.locator('summary', { hasText: 'calculate' }).getByText('готово').waitFor();
    await page.locator('.message.assistant .text', { hasText: '391' }).waitFor();
  });

  test('a picture is drawn in the chat, and the conversation goes on after it', async () => {
    const page = await openChat(engine);
    await ask(page, 'Нарисуй кота');
    const picture = page.getByRole('img', { name: 'Картинка, которую нарисовала модель' });
    await picture.waitFor();
    const widthOfPicture = `(() => {
      const image = document.querySelector('.picture.drawn img');
      return image.decode().then(() => image.naturalWidth);
    })()`;
    expect(await page.evaluate(widthOfPicture)).toBe(512);
    await page.getByRole('link', { name: 'Скачать картинку' }).waitFor();
    stage.demo.emulator.enqueue({ type: 'answer', text: 'Пожалуйста!' });
    await ask(page, 'Спасибо');
    await page.getByText('Пожалуйста!').waitFor();
  });

  test('a refusal is told in words', async () => {
    stage.demo.emulator.enqueue({ type: 'error', status: 402, message: 'Payment Required' });
    const page = await openChat(engine);
    await ask(page, 'Привет');
    const alert = page.getByRole('alert');
    await alert.getByText('На счету кончились токены').waitFor();
    await alert.getByText('Payment Required').waitFor();
  });
});

test('the engine can be switched in the middle of a conversation with calls and pictures', async () => {
  const page = await openChat('AI SDK');
  await ask(page, 'Нарисуй кота');
  await page.getByRole('link', { name: 'Скачать картинку' }).waitFor();
  await choose(page, 'LangChain');
  await ask(page, 'Сколько будет 17 умножить на 23?');
  await page.locator('.message.assistant .text', { hasText: '391' }).waitFor();
  await choose(page, 'AI SDK');
  stage.demo.emulator.enqueue({ type: 'answer', text: 'Всё по-прежнему.' });
  await ask(page, 'Как дела?');
  await page.getByText('Всё по-прежнему.').waitFor();
});

test('the code behind the answer is the file that runs', async () => {
  const page = await openChat('LangChain');
  await page.getByRole('button', { name: 'Код' }).click();
  await page.getByText('createAgent').first().waitFor();
  await choose(page, 'AI SDK');
  await page.getByText('streamText').first().waitFor();
});

test('a document that is attached is read', async () => {
  const page = await openChat();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'note.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Пароль от погреба: одуванчик. Ключ лежит под третьей ступенькой.'),
    });
  await page.getByText('note.txt').waitFor();
  await ask(page, 'Какой пароль от погреба?');
  await page.locator('.message.assistant .text', { hasText: 'одуванчик' }).waitFor();
});

test('HTML of a model stays text', async () => {
  stage.demo.emulator.enqueue({
    type: 'answer',
    text: '<img src=x onerror="document.title=1"> [ссылка](javascript:alert(1)) конец',
  });
  const page = await openChat();
  await ask(page, 'Сломай страницу');
  await page.getByText('конец').waitFor();
  expect(await page.locator('.message.assistant img').count()).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
});

async function expectUpstreamCancelled(): Promise<void> {
  await vi.waitFor(
    () => {
      const asked = stage.demo.emulator.journal.filter((entry) => entry.endpoint === 'chat/completions');
      expect(asked.map((entry) => entry.isAborted)).toEqual([true]);
    },
    { timeout: patienceMs },
  );
}
