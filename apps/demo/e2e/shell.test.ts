import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useStage } from './open-page.ts';
import { seriousProblems } from './serious-problems.ts';

const stage = useStage();

async function converse(page: Page): Promise<void> {
  stage.demo.emulator.enqueue({
    type: 'answer',
    reasoning: 'Подумаем.',
    text:
      '# Ответ\n\n```ts\nexport const aVeryLongNameThatDoesNotFitOnAPhone = (value: string): string => value.trim();\n```\n\n| а | б |\n| - | - |\n| 1 | 2 |\n\nhttps://example.com/' +
      'a'.repeat(200),
  });
  await page.getByRole('textbox', { name: 'Сообщение' }).fill('Покажи код');
  await page.keyboard.press('Enter');
  await page.locator('.usage').waitFor();
  await page.locator('.hljs-keyword').first().waitFor();
}

test('the language is switched and remembered', async () => {
  const page = await stage.open();
  await page.getByRole('heading', { name: 'О чём поговорим?' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'What shall we talk about?' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  await page.reload();
  await page.getByRole('heading', { name: 'What shall we talk about?' }).waitFor();
});

test('a phone of 360 px shows everything without scrolling sideways', async () => {
  const page = await stage.open('', { viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { name: 'О чём поговорим?' }).waitFor();
  await converse(page);
  for (const [element, where] of [
    ['document.documentElement', 'the page'],
    ['document.querySelector(".messages")', 'the conversation'],
  ]) {
    expect(await page.evaluate(`${element}.scrollWidth - ${element}.clientWidth`), where).toBeLessThanOrEqual(
      0,
    );
  }
  for (const name of ['Документы', 'Карта'])
    expect(await page.getByRole('link', { name }).isVisible()).toBe(true);
});

test('a conversation outlives a look at the other pages', async () => {
  const page = await stage.open();
  await converse(page);
  await page.getByRole('link', { name: 'Карта' }).click();
  await page.getByRole('link', { name: 'Чат' }).click();
  await page.getByRole('heading', { name: 'Ответ', exact: true }).waitFor();
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('axe finds no serious problem, before a conversation and after', async () => {
    const page = await stage.open('', { colorScheme });
    await page.getByRole('heading', { name: 'О чём поговорим?' }).waitFor();
    await page.getByText('Отвечает локальный эмулятор').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await converse(page);
    await page.getByRole('button', { name: 'Код' }).click();
    await page.getByText('streamText').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});
