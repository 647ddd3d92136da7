import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { WORLD } from './world.ts';

/** Runs what is in the editor and gives the whole answer. */
async function answerOf(page: Page): Promise<unknown> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('.graphiql-execute-button').click();
  return (await answered).json();
}

inBrowser('GraphiQL', WORLD, (visitor) => {
  test('opens with examples about this graph, and each of them runs', async () => {
    const page = await visitor.open('/graphql', { viewport: { width: 1280, height: 900 } });
    await page.locator('.graphiql-execute-button').waitFor();
    const tabs = page.locator('.graphiql-tab-button');
    expect(await tabs.allInnerTexts()).toEqual([
      'AreTheyDating',
      'WhereDoesItComeFrom',
      'WithWhom',
      'WhoIsCited',
      'Find',
    ]);
    for (const tab of await tabs.all()) {
      await tab.click();
      // GraphiQL reads the name of the operation a moment after the tab is there.
      await expect.poll(() => answerOf(page), { timeout: 10_000 }).toMatchObject({ data: {} });
    }
  });

  test('opens the query behind an answer of the page', async () => {
    const page = await visitor.open('/?a=Ben+Ortiz&b=Cy+Lund&asOf=2022-04-29');
    await page.getByText('The query that gave this').click();
    await page.getByRole('link', { name: 'Open it in GraphiQL' }).click();
    await page.locator('.graphiql-execute-button').waitFor();
    expect(await page.locator('.graphiql-tab-button').first().innerText()).toBe('IsDating');
    const asked = page.waitForRequest((request) => request.postData()?.includes('IsDating') === true);
    await page.locator('.graphiql-execute-button').click();
    expect((await asked).postDataJSON()).toMatchObject({
      variables: { a: 'Ben Ortiz', b: 'Cy Lund', asOf: '2022-04-29' },
    });
  });
});

inBrowser('GraphiQL on an empty graph', '{ "version": 1 }', (visitor) => {
  test('opens with the examples that need no name', async () => {
    const page = await visitor.open('/graphql');
    await page.locator('.graphiql-execute-button').waitFor();
    expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(['WhoIsCited', 'Find']);
  });
});
