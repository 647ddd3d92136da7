import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { LAYOUT_SHIFT } from './layout-shift.ts';
import { WORLD } from './world.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

const WINDOWS: readonly (readonly [name: string, viewport: typeof DESKTOP])[] = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
];

const PAGES = [
  '/',
  '/?a=Ben+Ortiz&b=Cy+Lund&asOf=2026',
  '/?a=Ada+Quill&b=Ben+Ortiz&asOf=2022-04-29',
  '/?a=Cy+Lund',
  '/?a=Sam+Reed&b=Ada+Quill',
  '/?a=Mia+Young&b=Ada+Quill',
  `/?a=${'W'.repeat(200)}&b=Ada+Quill`,
] as const;

/** Axe takes a second or two for a page. Milliseconds. */
const LONG = 120_000;

async function findings(axe: AxeBuilder): Promise<readonly string[]> {
  // The other mode opens a second page to add up what it found in frames; there are none.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

inBrowser('the looks of the page', WORLD, (visitor) => {
  test.each(WINDOWS)(
    'on %s: axe finds nothing in light or dark, nothing shifts, nothing is wider than the window',
    async (_name, viewport) => {
      for (const path of PAGES) {
        const page = await visitor.open(path, { viewport, colorScheme: 'light' });
        await page.locator('#answer h2').waitFor();
        expect(await page.evaluate<number>(LAYOUT_SHIFT), path).toBeLessThan(0.005);
        await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
        const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate<number>(wider), path).toBeLessThanOrEqual(0);
        expect(await findings(new AxeBuilder({ page })), path).toEqual([]);
        // Of all rules only this one can tell dark from light.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await findings(new AxeBuilder({ page }).withRules('color-contrast')), path).toEqual([]);
        await page.context().close();
      }
    },
    LONG,
  );

  test('open suggestions have no finding either and move nothing', async () => {
    const page = await visitor.open('/', { viewport: PHONE });
    await page.locator('#answer h2').waitFor();
    await page.locator('#a').pressSequentially('sam');
    await page.locator('#a-list [role=option]').first().waitFor();
    await page.locator('#a').press('ArrowDown');
    expect(await findings(new AxeBuilder({ page }))).toEqual([]);
    expect(await page.evaluate<number>(LAYOUT_SHIFT)).toBeLessThan(0.005);
  });

  test('the focus can be seen on everything that takes it', async () => {
    const page = await visitor.open('/?a=Ben+Ortiz&b=Cy+Lund&asOf=2022-04-29');
    await page.locator('.likelihood').waitFor();
    const stops = new Set<string>();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      stops.add(await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)'));
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline, [...stops].at(-1)).not.toBe('none');
    }
    expect(stops.size).toBeGreaterThan(8);
  });
});
