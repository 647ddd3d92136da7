import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startHearsay, type Hearsay } from './hearsay.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens pages in the system's Chromium and keeps an eye on what they do. */
export interface Visitor {
  readonly url: string;
  /** Opens a path, or a page of another origin, in a browser context of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Forgives what the pages of this test have done wrong so far. */
  forgive(): void;
}

/**
 * A suite that runs in a real browser against the real server. After every test no page may have asked another
 * origin, broken the content security policy or thrown. Without a browser one test says what to type; it fails
 * where CI is true, since there a browser was promised.
 */
export function inBrowser(name: string, seed: string, suite: (visitor: Visitor) => void): void {
  const executable = chromiumOnPath();
  if (executable === null) {
    describe(name, withoutBrowser);
    return;
  }
  describe(name, () => {
    let browser: Browser;
    let hearsay: Hearsay;
    const closings: (() => Promise<void>)[] = [];
    const pages: Page[] = [];
    let problems: string[] = [];

    beforeAll(async () => {
      hearsay = await startHearsay(seed);
      closings.push(hearsay.stop);
      browser = await chromium.launch({ executablePath: executable, args: FLAGS });
      closings.unshift(() => browser.close());
    });
    afterAll(async () => {
      for (const close of closings) await close();
    });
    afterEach(async () => {
      const seen = problems;
      problems = [];
      await Promise.all(pages.splice(0).map((page) => page.context().close()));
      expect(seen).toEqual([]);
    });

    suite({
      get url() {
        return hearsay.url;
      },
      open: async (path, options = {}) => {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        pages.push(page);
        const target = new URL(path, hearsay.url);
        watch(page, [new URL(hearsay.url).origin, target.origin], (problem) => problems.push(problem));
        await page.goto(target.href);
        return page;
      },
      forgive: () => {
        problems = [];
      },
    });
  });
}

function watch(page: Page, origins: readonly string[], report: (problem: string) => void): void {
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const drawn = protocol === 'data:' && request.resourceType() === 'image';
    if (!origins.includes(origin) && !drawn) report(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => {
    report(`threw ${error.message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') report(`complained ${message.text()}`);
  });
}

function withoutBrowser(): void {
  test('waits for a browser: apt-get install chromium, then run the tests again', () => {
    console.warn('The web suite was not run: no Chromium on the PATH. Type: apt-get install chromium');
    expect(process.env['CI']).not.toBe('true');
  });
}

function chromiumOnPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
