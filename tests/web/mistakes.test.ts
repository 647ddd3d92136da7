import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { CROWD_WORLD } from './crowd.ts';
import { startFanSite, type FanSite } from './fan-site.ts';

inBrowser('an element that is asked for wrongly', CROWD_WORLD, (visitor) => {
  let site: FanSite;
  beforeAll(async () => {
    site = await startFanSite(visitor.url);
  });
  afterAll(() => site.stop());

  const NOT_RIGHT = (attribute: string): string =>
    `Nothing can be shown here: the attribute ${attribute} is not right.`;
  const PAIR = 'a="person/middle" b="person/p2"';
  const DATE = '<costar-graph person="person/middle" as-of="gestern"></costar-graph>';

  describe('says so quietly to readers, and in one line of the console to who embeds', () => {
    test.each([
      [
        'a number out of bounds',
        '<costar-graph person="person/middle" limit="9999"></costar-graph>',
        NOT_RIGHT('limit'),
        ['<costar-graph limit="9999">', 'Expected limit from 1 to 200, but got 9999.'],
      ],
      [
        'no date',
        DATE,
        NOT_RIGHT('as-of'),
        ['<costar-graph as-of="gestern">', 'but got "gestern".', 'Write a date as EDTF'],
      ],
      [
        'no kind',
        `<relationship-badge ${PAIR} kind="LOVERS"></relationship-badge>`,
        NOT_RIGHT('kind'),
        ['<relationship-badge kind="LOVERS">', 'Expected kind to be one of DATING,', 'got "LOVERS".'],
      ],
      [
        'no language',
        `<relationship-badge ${PAIR} locale="xx"></relationship-badge>`,
        NOT_RIGHT('locale'),
        ['<relationship-badge locale="xx">', 'Expected locale to be one of en, es, fr, de'],
      ],
      [
        'one person twice',
        '<relationship-badge a="person/p2" b="person/p2"></relationship-badge>',
        NOT_RIGHT('b'),
        ['<relationship-badge b="person/p2">', 'Expected two different people'],
      ],
      [
        'nobody',
        '<costar-graph></costar-graph>',
        NOT_RIGHT('person'),
        ['<costar-graph person=null>', 'Expected person to name somebody'],
      ],
      [
        'only one of two',
        '<relationship-badge a="person/p2"></relationship-badge>',
        NOT_RIGHT('b'),
        ['<relationship-badge b=null>', 'Expected b to name somebody'],
      ],
      [
        'a name that is not quite right',
        '<costar-graph person="Mara Middletn"></costar-graph>',
        'Nobody called Mara Middletn is on file. Did you mean Mara Middleton?',
        ['<costar-graph person="Mara Middletn">', 'By id: person/middle.'],
      ],
    ])('%s', async (_what, element, said, told) => {
      site.put('/wrong', '<p>Nothing is embedded here.</p>');
      site.put('/wrong-element', element);
      const page = await visitor.open(`${site.url}/wrong`);
      const warnings: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'warning') warnings.push(message.text());
      });
      await page.goto(`${site.url}/wrong-element`);
      const card = page.locator('[part=card]');
      await card.waitFor();
      expect(await card.innerText()).toBe(said);
      expect(warnings).toHaveLength(1);
      for (const each of told) expect(warnings[0]).toContain(each);
      // The browser itself notes the refusal.
      visitor.forgive();
    });
  });

  test('is right as soon as its attribute is', async () => {
    site.put('/mended', DATE);
    const page = await visitor.open(`${site.url}/mended`);
    await page.getByText(NOT_RIGHT('as-of')).waitFor();
    await page.evaluate("document.querySelector('costar-graph').setAttribute('as-of', '2022')");
    await page.locator('costar-graph .node').first().waitFor();
    visitor.forgive();
  });
});
