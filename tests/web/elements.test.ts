import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { CROWD, CROWD_WORLD } from './crowd.ts';
import { startFanSite, type FanSite } from './fan-site.ts';
import { LAYOUT_SHIFT } from './layout-shift.ts';
import { HOSTILE_NAME } from './world.ts';

const GRAPH = '<costar-graph person="person/middle"><p>Co-stars of Mara.</p></costar-graph>';
const BADGE =
  '<relationship-badge a="person/middle" b="person/p2">What is said of the two.</relationship-badge>';
const LONG = 120_000;

/** Names that are drawn over each other, as they stand in the window. */
const OVERLAPS = `(() => {
  const root = document.querySelector('costar-graph').shadowRoot;
  const boxes = [...root.querySelectorAll('.node text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([name, one], index) => boxes.slice(0, index)
    .filter(([, other]) => one.left < other.right - 0.5 && other.left < one.right - 0.5 && one.top < other.bottom - 4 && other.top < one.bottom - 4)
    .map(([other]) => name + ' over ' + other));
})()`;

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate<string | null>(
    "document.querySelector('costar-graph').shadowRoot.activeElement?.getAttribute('aria-label') ?? null",
  );
}

inBrowser('the elements on a page of another origin', CROWD_WORLD, (visitor) => {
  let site: FanSite;
  beforeAll(async () => {
    site = await startFanSite(visitor.url);
    site.put('/graph', GRAPH);
    site.put('/badge', BADGE);
    site.put('/after', '<p>Nothing is embedded here.</p>');
  });
  afterAll(() => site.stop());

  describe('<costar-graph>', () => {
    test('shows everybody with a name that lies over no other', async () => {
      const page = await visitor.open(`${site.url}/graph`, { viewport: { width: 1200, height: 900 } });
      const nodes = page.locator('costar-graph .node');
      await nodes.nth(CROWD).waitFor();
      expect(await nodes.count()).toBe(CROWD + 1);
      expect(await page.locator('costar-graph .node text').count()).toBe(CROWD + 1);
      expect(await page.evaluate(OVERLAPS)).toEqual([]);
      const text = await page.locator('costar-graph [part=header]').innerText();
      expect(text).toContain('Mara Middleton and 60 co-stars');
      expect(text).toContain('as of 1 June 2026');
    });

    test('is walked by keyboard: arrows to neighbours, Enter opens, Escape closes, and a live region says where', async () => {
      const page = await visitor.open(`${site.url}/graph`);
      await page.locator('costar-graph .node').first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Mara Middleton');
      await page.keyboard.press('ArrowRight');
      const right = await focused(page);
      expect(right).toContain('with Mara Middleton');
      expect(await page.locator('costar-graph [role=status]').innerText()).toMatch(
        /with Mara Middleton\. \d+ of 61$/,
      );
      expect(await page.locator('costar-graph .node[tabindex="0"]').count()).toBe(1);
      await page.keyboard.press('Enter');
      const panel = page.locator('costar-graph [part=panel]');
      expect(await panel.innerText()).toContain('shared work');
      await page.keyboard.press('Escape');
      expect(await panel.count()).toBe(0);
      expect(await focused(page)).toBe(right);
      await page.keyboard.press('Home');
      expect(await focused(page)).toBe('Mara Middleton');
    });

    test('says the same as a list', async () => {
      const page = await visitor.open(`${site.url}/graph`);
      await page.getByRole('button', { name: 'List' }).click();
      const rows = page.locator('costar-graph [part=row]');
      expect(await rows.count()).toBe(CROWD);
      expect(await rows.first().innerText()).toContain('with Mara Middleton');
      expect(await page.locator('costar-graph [part=list]').innerText()).toContain(
        'In fiction only: Nell and Tom are a couple in Harbour Lights.',
      );
    });

    test('draws fiction apart from what is said of people, and leaves it out where a site refuses it', async () => {
      site.put('/plain', '<costar-graph person="person/middle" fiction="false"></costar-graph>');
      const page = await visitor.open(`${site.url}/graph`);
      await page.locator('costar-graph .fiction-line').waitFor({ state: 'attached' });
      expect(await page.locator('costar-graph .said').count()).toBe(1);
      const plain = await visitor.open(`${site.url}/plain`);
      await plain.locator('costar-graph .node').first().waitFor();
      expect(await plain.locator('costar-graph .fiction-line').count()).toBe(0);
    });

    test('draws what is only rumored where a site asks for it', async () => {
      site.put('/rumors', '<costar-graph person="person/middle" rumors></costar-graph>');
      const page = await visitor.open(`${site.url}/rumors`);
      await page.locator('costar-graph .node').first().waitFor();
      expect(await page.locator('costar-graph .said').count()).toBe(2);
    });

    test('folds the co-stars of co-stars away under each, and out again', async () => {
      site.put('/deep', '<costar-graph person="person/p1" depth="2"></costar-graph>');
      const page = await visitor.open(`${site.url}/deep`);
      const nodes = page.locator('costar-graph .node');
      await nodes.first().waitFor();
      const before = await nodes.count();
      const hub = page.locator('costar-graph .node', { hasText: /\+\d+ more/ }).first();
      await hub.press('Enter');
      await page.locator('costar-graph [part=panel]').getByRole('button', { name: /more$/ }).click();
      expect(await nodes.count()).toBeGreaterThan(before);
      await page.locator('costar-graph [part=panel]').getByRole('button', { name: 'Show fewer' }).click();
      expect(await nodes.count()).toBe(before);
    });

    test('shows the rest of a long list when asked, and fewer again', async () => {
      site.put('/few', '<costar-graph person="person/middle" limit="10"></costar-graph>');
      const page = await visitor.open(`${site.url}/few`);
      const nodes = page.locator('costar-graph .node');
      await nodes.first().waitFor();
      expect(await nodes.count()).toBe(11);
      const title = page.locator('costar-graph [part=title]');
      expect(await title.innerText()).toBe('Mara Middleton and 10 of 60 co-stars');
      await page.getByRole('button', { name: '+50 more' }).click();
      await expect.poll(() => nodes.count()).toBe(61);
      expect(await title.innerText()).toBe('Mara Middleton and 60 co-stars');
      await page.getByRole('button', { name: 'Show fewer' }).click();
      await expect.poll(() => nodes.count()).toBe(11);
    });

    test('keeps a hostile name text', async () => {
      const page = await visitor.open(`${site.url}/graph`);
      await page.getByRole('button', { name: 'List' }).click();
      expect(await page.locator('costar-graph [part=list]').innerText()).toContain(HOSTILE_NAME);
      expect(await page.locator('costar-graph img').count()).toBe(0);
      expect(await page.title()).toBe('A site');
    });
  });

  describe('<relationship-badge>', () => {
    test('says what is said, by whom, and as of when, and leads to the sources', async () => {
      const page = await visitor.open(`${site.url}/badge`);
      const badge = page.locator('relationship-badge [part=card]');
      const text = await badge.innerText();
      expect(text).toContain('It is confirmed on the record that Mara Middleton and');
      expect(text).toContain('Mara Middleton on Instagram stated it as settled.');
      expect(text).toContain('as of 1 June 2026');
      const wrong = badge.getByRole('link', { name: 'Something wrong?' });
      expect(await wrong.getAttribute('href')).toBe(
        `${visitor.url}/?a=person/middle&b=person/p2&asOf=2026-06-01`,
      );
      expect(
        await badge.getByRole('link', { name: '[Mara Middleton on Instagram]' }).getAttribute('href'),
      ).toBe('https://photos.example/1');
    });

    test('hides rumors unless asked for them, and then attributes them', async () => {
      const pair = 'a="person/p3" b="person/p4" as-of="2024-05-02"';
      site.put(
        '/rumor',
        `<relationship-badge ${pair}></relationship-badge><relationship-badge ${pair} rumors></relationship-badge>`,
      );
      const page = await visitor.open(`${site.url}/rumor`);
      const cards = page.locator('relationship-badge [part=card]');
      await cards.nth(1).waitFor();
      const [without, asked] = [await cards.nth(0).innerText(), await cards.nth(1).innerText()];
      expect(without).toContain('Nothing is shown here on whether');
      expect(without).not.toMatch(/rumor|Evening Wire/i);
      expect(asked).toContain('It is only a rumor, not confirmed, that');
      expect(asked).toContain('Evening Wire (citing fans) passed it on as a rumor.');
    });

    test.each([
      ['es', 'Confirmado públicamente'],
      ['fr', 'Confirmé publiquement'],
      ['de', 'Öffentlich bestätigt'],
    ])('speaks %s', async (locale, words) => {
      site.put(
        `/${locale}`,
        `<relationship-badge a="person/middle" b="person/p2" locale="${locale}"></relationship-badge>`,
      );
      const page = await visitor.open(`${site.url}/${locale}`);
      const card = page.locator('relationship-badge [part=card]');
      expect(await card.innerText()).toContain(words);
      expect(await page.locator('relationship-badge .box').getAttribute('lang')).toBe(locale);
    });

    test('withholds what policy withholds', async () => {
      site.put('/minor', '<relationship-badge a="person/middle" b="person/child"></relationship-badge>');
      const page = await visitor.open(`${site.url}/minor`);
      expect(await page.locator('relationship-badge [part=card]').innerText()).toBe(
        'Nothing is said about the romances of minors.',
      );
    });
  });

  describe('a page', () => {
    test(
      'made by copying the line of /embed moves nothing, on a phone and on a desktop, whatever its style',
      async () => {
        const builder = await visitor.open('/embed?a=Mara+Middleton');
        await builder.locator('costar-graph .node').first().waitFor();
        const line = await builder.locator('#line').inputValue();
        expect(line).toContain(await builder.locator('#script-hash').innerText());
        expect(line).not.toContain('\n');
        site.put('/pasted', line.replace(/^<script.*?<\/script>/, ''));
        site.example({ person: 'person/middle', a: 'person/middle', b: 'person/p2', name: 'Mara' });
        for (const path of ['/pasted', '/example']) {
          for (const viewport of [
            { width: 360, height: 740 },
            { width: 1200, height: 900 },
          ]) {
            const page = await visitor.open(`${site.url}${path}`, { viewport });
            await page.locator('costar-graph .node').first().waitFor({ state: 'attached' });
            await page.evaluate('window.scrollTo(0, 400)');
            await page.waitForTimeout(200);
            expect(await page.evaluate<number>(LAYOUT_SHIFT), `${path} ${viewport.width}`).toBe(0);
          }
        }
      },
      LONG,
    );

    test(
      'with twenty elements has them all alive, asks once for each question, and moves nothing',
      async () => {
        // An image without an address still holds its place.
        const image = '<img width="360" height="220" alt="">';
        const badges = Array.from(
          { length: 20 },
          (_, index) =>
            `<relationship-badge a="person/middle" b="person/p${(index % 10) + 1}">${image}</relationship-badge><br>`,
        );
        site.put('/twenty', badges.join(''));
        // First a page that asks nothing, so that every request that is counted belongs to the other one.
        const page = await visitor.open(`${site.url}/after`);
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(`${site.url}/twenty`);
        for (let top = 0; top < 6000; top += 600) {
          await page.evaluate(`window.scrollTo(0, ${top})`);
          await page.waitForTimeout(60);
        }
        await expect.poll(() => page.locator('relationship-badge [part=card]').count()).toBe(20);
        expect(asked.filter((url) => url.includes('relationship.json'))).toHaveLength(10);
        expect(await page.evaluate<number>(LAYOUT_SHIFT)).toBe(0);
      },
      LONG,
    );

    test.each([
      ['a desktop', { width: 1200, height: 900 }],
      ['a phone', { width: 360, height: 740 }],
    ])(
      'on %s: axe finds nothing in light or dark, and nothing is wider than the window',
      async (_name, viewport) => {
        site.put('/both', `${GRAPH}${BADGE}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await visitor.open(`${site.url}/both`, { viewport, colorScheme });
          await page.locator('costar-graph .node').first().waitFor({ state: 'attached' });
          await page.locator('relationship-badge').scrollIntoViewIfNeeded();
          await page.locator('relationship-badge [part=card]').waitFor();
          expect(await findings(page)).toEqual([]);
          await page.locator('costar-graph .node').first().press('Enter');
          expect(await findings(page)).toEqual([]);
          await page.getByRole('button', { name: 'List' }).click();
          expect(await findings(page)).toEqual([]);
          const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
          expect(await page.evaluate<number>(wider)).toBeLessThanOrEqual(0);
        }
      },
      LONG,
    );

    test('keeps its own words where the server does not answer, and says nothing', async () => {
      const page = await visitor.open(`${site.url}/graph`);
      await page.route('**/embed/v1/*.json*', (route) => route.abort());
      await page.reload();
      await page.waitForTimeout(500);
      expect(await page.locator('costar-graph p').innerText()).toBe('Co-stars of Mara.');
      await page.route('**/embed/v1/*.js', (route) => route.abort());
      await page.reload();
      await page.waitForTimeout(300);
      expect(await page.locator('costar-graph').innerText()).toBe('Co-stars of Mara.');
      // The browser itself notes requests that failed; nothing of ours is thrown.
      visitor.forgive();
    });

    test('without scripts has the picture, in the size that the element would have', async () => {
      site.example({ person: 'person/middle', a: 'person/middle', b: 'person/p2', name: 'Mara' });
      const page = await visitor.open(`${site.url}/example`, { javaScriptEnabled: false });
      const box = await page.locator('costar-graph svg').boundingBox();
      expect(box?.height).toBe(640);
      const picture = await page.locator('costar-graph image').boundingBox();
      expect([picture?.x, picture?.y, picture?.height]).toEqual([box?.x, box?.y, 640]);
    });

    test('gets no cookie and nothing is stored', async () => {
      const page = await visitor.open(`${site.url}/graph`);
      await page.locator('costar-graph .node').first().waitFor();
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
    });

    test('of who wants less motion has none', async () => {
      const page = await visitor.open(`${site.url}/graph`, { reducedMotion: 'reduce' });
      await page.locator('costar-graph .node').first().waitFor();
      const duration = `getComputedStyle(document.querySelector('costar-graph').shadowRoot.querySelector('.node')).transitionDuration`;
      expect(await page.evaluate(duration)).toBe('0s');
    });
  });

  test('/embed has no finding, and the frame of oEmbed shows the element', async () => {
    const page = await visitor.open('/embed?a=Mara+Middleton');
    await page.locator('costar-graph .node').first().waitFor();
    expect(await findings(page)).toEqual([]);
    const frame = await visitor.open('/embed/v1/relationship.html?a=person/middle&b=person/p2');
    await frame.locator('relationship-badge [part=card]').waitFor();
    expect(await frame.locator('relationship-badge [part=names]').innerText()).toContain('Mara Middleton');
    // A frame has no icon; opened by itself the browser asks for one.
    visitor.forgive();
  });
});
