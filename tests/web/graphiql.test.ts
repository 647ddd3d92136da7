import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { WORLD } from './world.ts';

/** Waits until there is a query in the editor; the button does nothing before. */
async function ready(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

/** Runs what is in the editor; gives what was sent and the whole answer. */
async function run(page: Page): Promise<{ readonly sent: unknown; readonly answer: unknown }> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('.graphiql-execute-button').click();
  const response = await answered;
  return { sent: response.request().postDataJSON(), answer: await response.json() };
}

inBrowser('GraphiQL', WORLD, (visitor) => {
  test('opens with examples about this graph, and each of them runs', async () => {
    const page = await visitor.open('/graphql', { viewport: { width: 1280, height: 900 } });
    await ready(page);
    const tabs = page.locator('.graphiql-tab-button');
    expect(await tabs.allInnerTexts()).toEqual([
      'AreTheyDating',
      'WhereDoesItComeFrom',
      'WithWhom',
      'WhoIsCited',
      'Find',
    ]);
    for (const tab of await tabs.all()) {
      const name = await tab.innerText();
      await tab.click();
      await page.locator('.graphiql-query-editor', { hasText: name }).waitFor();
      const { sent, answer } = await run(page);
      expect(sent).toMatchObject({ query: expect.stringContaining(`query ${name}`) as string });
      expect(answer).toEqual({ data: expect.anything() as object });
    }
  });

  test('opens the query behind an answer of the page', async () => {
    const page = await visitor.open('/?a=Ben+Ortiz&b=Cy+Lund&asOf=2022-04-29');
    await page.getByText('The query that gave this').click();
    await page.getByRole('link', { name: 'Open it in GraphiQL' }).click();
    await ready(page);
    expect(await page.locator('.graphiql-tab-button').first().innerText()).toBe('IsDating');
    const { sent } = await run(page);
    expect(sent).toMatchObject({
      operationName: 'IsDating',
      variables: { a: 'Ben Ortiz', b: 'Cy Lund', asOf: '2022-04-29' },
    });
  });
});

inBrowser('GraphiQL on an empty graph', '{ "version": 1 }', (visitor) => {
  test('opens with the examples that need no name', async () => {
    const page = await visitor.open('/graphql');
    await ready(page);
    expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(['WhoIsCited', 'Find']);
  });
});
