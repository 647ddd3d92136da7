import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { CROWD_WORLD } from './crowd.ts';
import { startFanSite, type FanSite } from './fan-site.ts';
import { LAYOUT_SHIFT } from './layout-shift.ts';

const GRAPH = '<costar-graph person="person/middle">Co-stars of Mara.</costar-graph>';
const BADGE =
  '<relationship-badge a="person/middle" b="person/p2" locale="de"><svg width="100%" height="300"></svg></relationship-badge>';

function heightOf(page: Page, element: string): Promise<number> {
  return page.evaluate<number>(`document.querySelector('${element}').getBoundingClientRect().height`);
}

/** Pixels of a badge's text that are outside of what is seen. */
const HIDDEN = `(() => {
  const body = document.querySelector('relationship-badge').shadowRoot.querySelector('.body');
  return body.scrollHeight - body.clientHeight;
})()`;

inBrowser('the place of an element', CROWD_WORLD, (visitor) => {
  let site: FanSite;
  beforeAll(async () => {
    site = await startFanSite(visitor.url);
  });
  afterAll(() => site.stop());

  describe('has the height that the page gives it', () => {
    test.each([
      ['by a style sheet', 'costar-graph { height: 200px }', 200],
      ['by a style sheet that makes it a block', 'costar-graph { display: block; height: 30vh }', 270],
      ['as a least', 'costar-graph { min-height: 700px }', 700],
      ['as a most', 'costar-graph { max-height: 300px }', 300],
      ['not at all', '', 560],
    ])('%s', async (_way, css, height) => {
      site.put('/sized', GRAPH, css);
      const page = await visitor.open(`${site.url}/sized`, { viewport: { width: 800, height: 900 } });
      await page.locator('costar-graph .node').first().waitFor();
      expect(await heightOf(page, 'costar-graph')).toBe(height);
      const card = await page.locator('costar-graph [part=card]').boundingBox();
      expect(card?.height).toBe(height);
      expect((await page.locator('#after').boundingBox())?.y).toBeGreaterThanOrEqual((card?.y ?? 0) + height);
    });

    test('by a style of its own, at any time', async () => {
      site.put('/inline', GRAPH);
      const page = await visitor.open(`${site.url}/inline`);
      await page.locator('costar-graph .node').first().waitFor();
      await page.evaluate("document.querySelector('costar-graph').style.height = '240px'");
      expect(await heightOf(page, 'costar-graph')).toBe(240);
      expect((await page.locator('costar-graph [part=card]').boundingBox())?.height).toBe(240);
    });
  });

  describe('of a badge', () => {
    test.each([1200, 390, 200])('hides nothing without saying so, %i pixels wide', async (width) => {
      site.put('/badge', BADGE);
      const page = await visitor.open(`${site.url}/badge`, { viewport: { width, height: 844 } });
      await page.locator('relationship-badge [part=likelihood]').waitFor({ state: 'attached' });
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
      const button = page.getByRole('button', { name: 'Alles zeigen' });
      const isCut = (await page.evaluate<number>(HIDDEN)) > 1;
      expect(await button.count()).toBe(isCut ? 1 : 0);
      // On a phone of usual width there is room for everything.
      expect(isCut).toBe(width === 200);
      expect(await heightOf(page, 'relationship-badge')).toBe(300);
      expect(await page.evaluate<number>(LAYOUT_SHIFT)).toBe(0);
      if (!isCut) return;
      expect(await button.isVisible()).toBe(true);
      await button.click();
      expect(await page.evaluate<number>(HIDDEN)).toBe(0);
      expect(await page.locator('relationship-badge [part=likelihood]').isVisible()).toBe(true);
      const after = (await page.locator('#after').boundingBox())?.y ?? 0;
      expect(after).toBeGreaterThan(await heightOf(page, 'relationship-badge'));
      expect(await page.evaluate<number>(LAYOUT_SHIFT)).toBe(0);
      await page.getByRole('button', { name: 'Weniger zeigen' }).click();
      expect(await heightOf(page, 'relationship-badge')).toBe(300);
    });

    test('whose height the page has fixed lies over what follows when it is unfolded', async () => {
      site.put('/fixed', BADGE, 'relationship-badge { height: 120px }');
      const page = await visitor.open(`${site.url}/fixed`, { viewport: { width: 390, height: 844 } });
      const before = await page.locator('#after').boundingBox();
      await page.getByRole('button', { name: 'Alles zeigen' }).click();
      expect(await page.evaluate<number>(HIDDEN)).toBe(0);
      expect(await heightOf(page, 'relationship-badge')).toBe(120);
      const after = await page.locator('#after').boundingBox();
      // What it stands on changes by a few pixels, as the baseline of what it shows does.
      expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(8);
    });
  });

  describe('is kept, with words in it, where the server does not answer', () => {
    const picture = (path: string): string => `${visitor.url}/embed/v1/${path}`;

    test('but the script is there: a picture is put into its words', async () => {
      const image = `<img src="${picture('costars.svg?person=person/middle')}" width="720" height="640" alt="Co-stars of Mara, as a picture">`;
      site.put(
        '/gone',
        `<costar-graph person="person/middle">${image}</costar-graph>`,
        'img { max-width: 100%; height: auto }',
      );
      const page = await visitor.open(`${site.url}/gone`);
      await page.route(/embed\/v1\/costars/, (route) => route.abort());
      await page.reload();
      const card = page.locator('costar-graph [part=card]');
      await card.waitFor();
      expect(await card.innerText()).toBe('Co-stars of Mara, as a picture');
      expect(await heightOf(page, 'costar-graph')).toBeGreaterThan(500);
      // The browser itself notes requests that failed; nothing of ours is thrown.
      visitor.forgive();
    });

    test('nor the script: the copied line shows who it is about', async () => {
      const builder = await visitor.open('/embed?a=Mara+Middleton');
      await builder.locator('costar-graph .node').first().waitFor();
      const line = await builder.locator('#line').inputValue();
      site.put('/copied', line.replace(/^<script.*?<\/script>/, ''));
      const page = await visitor.open(`${site.url}/copied`, { viewport: { width: 390, height: 844 } });
      await page.route(`${visitor.url}/**`, (route) => route.abort());
      await page.reload();
      await page.waitForTimeout(300);
      expect(await page.locator('costar-graph text').isVisible()).toBe(true);
      expect(await page.locator('costar-graph').textContent()).toBe('Mara Middleton');
      expect((await page.locator('#after').boundingBox())?.y).toBeGreaterThan(640);
      visitor.forgive();
    });
  });
});
