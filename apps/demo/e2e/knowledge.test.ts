import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { launchChromium } from './launch-chromium.ts';
import { seriousProblems } from './serious-problems.ts';
import { startDemo, type RunningDemo } from './start-demo.ts';

const patienceMs = 60_000;
let browser: Browser;
let demo: RunningDemo;
const pages: Page[] = [];

// One demo for the file: to make a database is what takes the time. Each test finds it empty.
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), startDemo()]);
  await fetch(`${demo.url}/api/documents`);
}, 2 * patienceMs);
afterAll(async () => {
  await browser.close();
  await demo[Symbol.asyncDispose]();
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
  demo.emulator.reset();
  const response = await fetch(`${demo.url}/api/documents`);
  const { documents } = contents.parse(await response.json());
  for (const { hash } of documents) await fetch(`${demo.url}/api/documents/${hash}`, { method: 'DELETE' });
});

const contents = z.object({ documents: z.array(z.object({ hash: z.string() })) });

/** Opens the page, in Russian unless told otherwise; `view` is what follows the address. */
async function open(view: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ locale: 'ru-RU', ...options });
  page.setDefaultTimeout(patienceMs);
  pages.push(page);
  await page.goto(`${demo.url}/${view}`);
  return page;
}

const ferry = `# Паром «Заря»

Паром ходит между Берегом и Островом каждый день. Детский билет на паром стоит 120 рублей, взрослый — 240.

## Погода

При ветре сильнее пятнадцати метров в секунду паром стоит у причала.`;

function asUpload(name: string, text: string | Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

/** Long enough for several rounds of embedding. */
const ships = Array.from(
  { length: 600 },
  (_, index) => `Корабль номер ${index} вышел в море на рассвете.`,
).join('\n');

async function add(page: Page, ...files: ReturnType<typeof asUpload>[]): Promise<void> {
  await page.locator('.library input[type=file]').setInputFiles(files);
}

async function indexed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Убрать ${name}` }).waitFor();
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Вопрос к документам' }).fill(question);
  await page.keyboard.press('Enter');
}

async function expectNoSideScroll(page: Page): Promise<void> {
  const overhangPx = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overhangPx).toBeLessThanOrEqual(0);
}

describe('the documents page', () => {
  test('says what to do while there are no documents', async () => {
    const page = await open('#documents');
    await page.getByRole('heading', { name: 'Спросите свои документы' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Вопрос к документам' }).count()).toBe(0);
  });

  test('a text dropped in is asked about, and the answer shows the passage it was taken from', async () => {
    const page = await open('#documents');
    await page.getByRole('button', { name: 'Добавить файлы' }).waitFor();
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(ferry)}], 'паром.md', { type: 'text/markdown' }));
      return transfer;
    })()`);
    await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: dropped });
    await indexed(page, 'паром.md');
    await ask(page, 'Сколько стоит детский билет на паром?');
    const answer = page.getByRole('article').last();
    await answer
      .getByText(/120 рублей/)
      .first()
      .waitFor();
    const passages = answer.getByRole('region', { name: /Выдержки/ });
    await passages.getByText('паром.md').first().waitFor();
    await passages.locator('summary').first().click();
    await passages.getByRole('paragraph').getByText('Детский билет на паром стоит 120 рублей').waitFor();
  });

  test('a PDF is read and found', async () => {
    const page = await open('#documents');
    const printer = await open('#chat');
    await printer.setContent('<p>Маяк на мысе Дальнем построили в 1907 году из белого камня.</p>');
    await add(page, asUpload('маяк.pdf', await printer.pdf()));
    await indexed(page, 'маяк.pdf');
    await ask(page, 'Когда построили маяк?');
    await page.getByRole('article').last().getByText(/1907/).first().waitFor();
  });

  test('the same file under another name is not indexed again', async () => {
    const page = await open('#documents');
    await add(page, asUpload('паром.md', ferry));
    await indexed(page, 'паром.md');
    await add(page, asUpload('копия.md', ferry));
    await page.getByText('уже есть в библиотеке: паром.md').waitFor();
  });

  test('a file that is neither text nor PDF is refused in words, and the next one is taken', async () => {
    const page = await open('#documents');
    await add(
      page,
      asUpload('кот.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00])),
      asUpload('паром.md', ferry),
    );
    await page.getByText(/neither text in UTF-8 nor a PDF/).waitFor();
    await indexed(page, 'паром.md');
  });

  test('indexing can be cancelled: GigaChat is let go and nothing stays', async () => {
    const page = await open('#documents');
    await page.getByRole('button', { name: 'Добавить файлы' }).waitFor();
    demo.emulator.when(
      { path: 'embeddings' },
      { type: 'raw', status: 200, body: '{', faults: [{ type: 'hang', afterBytes: 1 }] },
    );
    await add(page, asUpload('корабли.txt', ships));
    await page.getByText(/считаются векторы/).waitFor();
    await page.getByRole('button', { name: 'Отменить' }).click();
    await page.getByText('отменено').waitFor();
    await vi.waitFor(() => {
      const asked = demo.emulator.journal.findLast(({ endpoint }) => endpoint === 'embeddings');
      expect(asked).toMatchObject({ isAborted: true });
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Спросите свои документы' }).waitFor();
  });

  test('a removed document is gone', async () => {
    const page = await open('#documents');
    await add(page, asUpload('паром.md', ferry));
    await indexed(page, 'паром.md');
    await page.getByRole('button', { name: 'Убрать паром.md' }).click();
    await page.getByRole('heading', { name: 'Спросите свои документы' }).waitFor();
  });
});

describe('the map', () => {
  test('says what to do while there are no documents', async () => {
    const page = await open('#map');
    await page.getByRole('link', { name: 'К документам' }).click();
    await page.getByRole('heading', { name: 'Спросите свои документы' }).waitFor();
  });

  test('a point tells its passage and its neighbours, by mouse and by keyboard', async () => {
    const page = await open('#documents');
    await page.getByRole('button', { name: 'Взять примеры' }).click();
    await indexed(page, 'кофейня.md');
    await page.getByRole('link', { name: 'Карта' }).click();
    const points = page.getByRole('button', { name: /^паром\.md:/ });
    await points.first().hover();
    await page.getByRole('heading', { name: 'паром.md' }).waitFor();
    await page.getByRole('heading', { name: 'Ближайшие соседи' }).waitFor();
    const other = page.getByRole('button', { name: /^кофейня\.md:/ }).first();
    await other.focus();
    await page.getByRole('heading', { name: 'кофейня.md' }).waitFor();
    const before = await page.locator('circle:focus').getAttribute('aria-label');
    await page.keyboard.press('ArrowRight');
    const after = await page.locator('circle:focus').getAttribute('aria-label');
    expect(after).not.toBe(before);
    await page.getByRole('heading', { name: after?.split(':', 1)[0] ?? '' }).waitFor();
  });
});

describe.each([
  { theme: 'light', language: 'ru-RU' },
  { theme: 'dark', language: 'en-US' },
] as const)('on a phone, $theme, $language', ({ theme, language }) => {
  test('documents and map fit 360 pixels, and axe finds nothing serious', async () => {
    const page = await open('#documents', {
      viewport: { width: 360, height: 740 },
      colorScheme: theme,
      locale: language,
    });
    await page.locator('.empty').waitFor();
    await expectNoSideScroll(page);
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /Взять примеры|Take the samples/ }).click();
    await page.getByRole('button', { name: /(Убрать|Remove) кофейня\.md/ }).waitFor();
    await page.getByRole('textbox').last().fill('Сколько стоит детский билет на паром?');
    await page.keyboard.press('Enter');
    await page.locator('.passages').waitFor();
    await page.getByText(/токены|tokens/).waitFor();
    await expectNoSideScroll(page);
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('link', { name: /Карта|Map/ }).click();
    await page.locator('.scatter [role=button]').first().click();
    await expectNoSideScroll(page);
    expect(await seriousProblems(page)).toEqual([]);
  });
});
