import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { WORLD } from './world.ts';

async function optionsOf(page: Page, box: 'a' | 'b'): Promise<readonly string[]> {
  await page.locator(`#${box}-list [role=option]`).first().waitFor();
  return page.locator(`#${box}-list [role=option] .name`).allInnerTexts();
}

inBrowser('asking', WORLD, (visitor) => {
  describe('suggestions', () => {
    test('come while typing, are walked with the arrows and taken with Enter', async () => {
      const page = await visitor.open('/');
      const box = page.getByRole('combobox', { name: 'Who', exact: true });
      await box.pressSequentially('quil');
      expect(await optionsOf(page, 'a')).toEqual(['Ada Quill']);
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('#announcer').innerText()).toBe('1 suggestion; use the arrow keys.');
      await box.press('ArrowDown');
      const active = await box.getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      await box.press('Enter');
      expect(await box.inputValue()).toBe('Ada Quill');
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      expect(await page.locator('#announcer').innerText()).toBe('Ada Quill chosen.');
      expect(new URL(page.url()).search).toBe('');
    });

    test('wrap around: up from the box is the last, down from the last is the box', async () => {
      const page = await visitor.open('/');
      const box = page.locator('#a');
      await box.pressSequentially('sam');
      const count = (await optionsOf(page, 'a')).length;
      expect(count).toBeGreaterThan(1);
      await box.press('ArrowUp');
      expect(await box.getAttribute('aria-activedescendant')).toBe(`a-list-${count - 1}`);
      await box.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    });

    test('go with Escape and keep what was typed; a second Escape empties the box', async () => {
      const page = await visitor.open('/');
      const box = page.locator('#a');
      await box.pressSequentially('quil');
      await optionsOf(page, 'a');
      await box.press('Escape');
      expect(await page.locator('#a-list').isHidden()).toBe(true);
      expect(await box.inputValue()).toBe('quil');
      await box.press('Escape');
      expect(await box.inputValue()).toBe('');
    });

    test('can be clicked', async () => {
      const page = await visitor.open('/');
      await page.locator('#b').pressSequentially('orti');
      await optionsOf(page, 'b');
      await page.locator('#b-list [role=option]').first().click();
      expect(await page.locator('#b').inputValue()).toBe('Ben Ortiz');
    });

    test('tell namesakes apart, so that the one chosen is the one asked about', async () => {
      const page = await visitor.open('/');
      await page.locator('#a').pressSequentially('sam reed');
      expect(await optionsOf(page, 'a')).toEqual(['Sam Reed', 'Sam Reed']);
      await page.locator('#a').press('ArrowDown');
      await page.locator('#a').press('Enter');
      await page.locator('#b').fill('Ada Quill');
      await page.locator('#b').press('Enter');
      await page.getByText('Who says otherwise').waitFor();
      expect(page.url()).toContain('a=person/sam-reed-');
    });

    test('that come late for what is no longer typed are dropped', async () => {
      const page = await visitor.open('/');
      await page.locator('#answer h2').waitFor();
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('"quil"') === true) await held;
        // An aborted request has nothing left to continue.
        await route.continue().catch(() => undefined);
      });
      const box = page.locator('#a');
      const first = page.waitForRequest((request) => request.postData()?.includes('"quil"') === true);
      await box.fill('quil');
      await first;
      await box.fill('orti');
      expect(await optionsOf(page, 'a')).toEqual(['Ben Ortiz']);
      release();
      await page.unrouteAll({ behavior: 'wait' });
      expect(await optionsOf(page, 'a')).toEqual(['Ben Ortiz']);
    });
  });

  describe('the address', () => {
    test('is the question, and going back and forward goes from answer to answer', async () => {
      const page = await visitor.open('/');
      await page.locator('#answer h2').waitFor();
      expect(await page.title()).toBe('Hearsay: who says so?');
      await page.locator('#a').fill('Ben Ortiz');
      await page.locator('#b').fill('Cy Lund');
      await page.locator('#as-of').fill('2022-04-29');
      await page.locator('#as-of').press('Enter');
      await page.waitForFunction("document.title.startsWith('Ben Ortiz and Cy Lund')");
      expect(page.url()).toBe(`${visitor.url}/?a=Ben+Ortiz&b=Cy+Lund&asOf=2022-04-29`);

      await page.locator('#b').fill('');
      await page.locator('#b').press('Enter');
      await page.waitForFunction("document.title.startsWith('Who is Ben Ortiz dating?')");

      await page.goBack();
      await page.waitForFunction("document.title.startsWith('Ben Ortiz and Cy Lund')");
      expect(await page.locator('#b').inputValue()).toBe('Cy Lund');
      await page.locator('.likelihood').waitFor();
      await page.goBack();
      await page.waitForFunction("document.title.startsWith('Hearsay')");
      expect(await page.locator('#a').inputValue()).toBe('');
      await page.goForward();
      await page.locator('.likelihood').waitFor();
      expect(await page.locator('#as-of').inputValue()).toBe('2022-04-29');
    });

    test('keeps the kind that was asked about', async () => {
      const page = await visitor.open('/?a=Dee+Marsh&b=Eli+Stone&asOf=2022-05');
      await page.locator('#kind').selectOption('MARRIED');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.waitForFunction("document.title === 'Dee Marsh and Eli Stone: married? · Hearsay'");
      expect(page.url()).toContain('kind=MARRIED');
    });

    test('of an answer asks search engines to stay away, that of the start page does not', async () => {
      const page = await visitor.open('/?a=Ada+Quill&b=Ben+Ortiz');
      const robots = page.locator('meta[name=robots]');
      expect(await robots.getAttribute('content')).toBe('noindex');
      await page.getByRole('link', { name: 'Hearsay' }).click();
      await page.waitForFunction("document.title.startsWith('Hearsay')");
      expect(await robots.count()).toBe(0);
    });
  });

  describe('the form', () => {
    test('moves the focus to the answer, so that it is read next', async () => {
      const page = await visitor.open('/');
      await page.locator('#a').fill('Ben Ortiz');
      await page.locator('#b').fill('Cy Lund');
      await page.locator('#b').press('Enter');
      await page.locator('.likelihood').waitFor();
      expect(await page.locator('*:focus').innerText()).toContain('Are Ben Ortiz and Cy Lund dating as of');
    });

    test('swaps the two names', async () => {
      const page = await visitor.open('/?a=Ada+Quill&b=person/ben-ortiz');
      await page.locator('.likelihood').waitFor();
      await page.getByRole('button', { name: 'Swap the two names' }).click();
      expect(await page.locator('#a').inputValue()).toBe('Ben Ortiz');
      expect(await page.locator('#b').inputValue()).toBe('Ada Quill');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.waitForURL(/\?a=person\/ben-ortiz&b=Ada\+Quill$/);
    });

    test('asked with empty boxes says what is wanted and puts the cursor into the first', async () => {
      const page = await visitor.open('/');
      await page.getByRole('button', { name: 'Ask' }).click();
      expect(await page.locator('#a:focus').count()).toBe(1);
      expect(await page.getByRole('alert').innerText()).toBe('Enter a name: of one person, or of two.');
    });
  });

  describe('the start page', () => {
    test('offers questions that something is on file for, as links that answer', async () => {
      const page = await visitor.open('/');
      const examples = page.locator('.choices a');
      await examples.first().waitFor();
      expect(await examples.count()).toBeGreaterThan(2);
      await examples.first().click();
      await page.locator('.claim').first().waitFor();
    });
  });
});

inBrowser('an empty graph', '{ "version": 1 }', (visitor) => {
  test('has a start page without examples', async () => {
    const page = await visitor.open('/');
    await page.getByText('What an answer may say').waitFor();
    expect(await page.locator('.choices').count()).toBe(0);
  });
});
