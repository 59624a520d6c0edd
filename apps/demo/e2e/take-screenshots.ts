// Takes the pictures of the README: `node --run screenshots` in apps/demo, after the page has been built.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './launch-chromium.ts';
import { startDemo } from './start-demo.ts';

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const patienceMs = 60_000;

await mkdir(folder, { recursive: true });
const demo = await startDemo();
const browser = await launchChromium();
try {
  const light = await open(browser, 'light', { width: 1100, height: 900 });
  await chat(light, ['Нарисуй дом в лесу', 'Сколько будет 17 умножить на 23?']);
  await light.screenshot({ path: `${folder}chat-light.png` });

  await documents(light);
  await light.screenshot({ path: `${folder}documents.png` });

  await light.goto(`${demo.url}/#map`);
  await light.locator('circle').nth(2).hover();
  await light.screenshot({ path: `${folder}map.png` });

  const dark = await open(browser, 'dark', { width: 1100, height: 900 });
  await dark.locator('.engine-bar').getByText('LangChain', { exact: true }).click();
  await chat(dark, ['Напиши функцию на TypeScript, которая считает слова', 'Нарисуй горы на закате']);
  await dark.screenshot({ path: `${folder}chat-dark.png` });

  const phone = await open(browser, 'light', { width: 390, height: 844 });
  await chat(phone, ['Нарисуй закат над морем']);
  await phone.screenshot({ path: `${folder}phone.png` });
} finally {
  await browser.close();
  await demo[Symbol.asyncDispose]();
}

async function open(
  from: Browser,
  colorScheme: 'light' | 'dark',
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const page = await from.newPage({ locale: 'ru-RU', colorScheme, viewport });
  page.setDefaultTimeout(patienceMs);
  await page.goto(demo.url);
  return page;
}

async function chat(page: Page, questions: readonly string[]): Promise<void> {
  for (const [index, question] of questions.entries()) {
    await page.getByRole('textbox', { name: 'Сообщение' }).fill(question);
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.locator('.usage').nth(index).waitFor();
  }
  await page.locator('.message.assistant .text:not(.plain)').last().waitFor();
  const drawn = page.locator('.picture img');
  if ((await drawn.count()) > 0) await drawn.last().evaluate('async (image) => { await image.decode(); }');
}

async function documents(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Документы' }).click();
  await page.getByRole('button', { name: 'Взять примеры' }).click();
  await page.getByRole('button', { name: 'Убрать кофейня.md' }).waitFor();
  await page
    .getByRole('textbox', { name: 'Вопрос к документам' })
    .fill('Сколько стоит детский билет на паром?');
  await page.keyboard.press('Enter');
  await page.locator('.documents .usage').waitFor();
}
