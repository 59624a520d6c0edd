import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { startDemo, type RunningDemo } from './start-demo.ts';

/** What a test works with: a demo of its own and one browser for the file. */
export interface Stage {
  readonly demo: RunningDemo;
  /** Opens the page, in Russian unless told otherwise; `view` is what follows `#`. */
  open(view?: string, options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
}

const patienceMs = 20_000;

/** Registers the hooks that start and stop everything. */
export function useStage(): Stage {
  let browser: Browser;
  let demo: RunningDemo;
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    demo = await startDemo();
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    await demo[Symbol.asyncDispose]();
  });
  return {
    get demo() {
      return demo;
    },
    async open(view = '', options = {}) {
      const page = await browser.newPage({ locale: 'ru-RU', ...options });
      page.setDefaultTimeout(patienceMs);
      pages.push(page);
      await page.goto(`${demo.url}/${view}`);
      return page;
    },
  };
}
