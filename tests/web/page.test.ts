import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inBrowser } from './browser.ts';
import { HOSTILE_NAME, MAGAZINES, WORLD } from './world.ts';

const THEN = '2022-04-29';

/** The address of a question about two people, by the name of their keys. */
function pair(a: string, b: string, more = ''): string {
  return `/?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}&asOf=${THEN}${more}`;
}

function verdict(page: Page): Promise<string> {
  return page.locator('#answer h2').innerText();
}

inBrowser('the page', WORLD, (visitor) => {
  describe('an answer about two people', () => {
    test.each([
      ['Dee Marsh', 'Eli Stone', 'CONFIRMED', 'Confirmed', 'Yes'],
      ['Fay Wood', 'Gil Hart', 'REPORTED', 'Reported', 'Probably'],
      ['Ben Ortiz', 'Cy Lund', 'RUMORED', 'Rumored', 'Unconfirmed'],
      ['Hal Moor', 'Ida Vale', 'DISPUTED', 'Disputed', 'Unconfirmed'],
      ['Ada Quill', 'Ben Ortiz', 'DENIED', 'Denied', 'No'],
      ['Jo Finch', 'Kim Dale', 'ENDED', 'Ended', 'No'],
      ['Ada Quill', 'Gil Hart', 'NO_EVIDENCE', 'Nothing on file', 'Unknown'],
    ])(
      '%s and %s: %s is a word with a shape, beside the question and its date',
      async (a, b, status, word, answer) => {
        const page = await visitor.open(pair(a, b));
        expect(await verdict(page)).toMatch(
          new RegExp(`^Are ${a} and ${b} dating as of 29 April 2022\\?\\s+${answer}`),
        );
        const mark = page.locator('.status-line .status').first();
        expect(await mark.getAttribute('data-status')).toBe(status);
        expect(await mark.innerText()).toBe(word);
        expect(await mark.locator('svg path').count()).toBe(1);
        expect(await page.locator('.facts').first().innerText()).toContain('29 April 2022');
      },
    );

    test('says of the number what it is the probability of, and that it is not how sure the answer is', async () => {
      const page = await visitor.open(pair('Ben Ortiz', 'Cy Lund'));
      const words = await page.locator('.likelihood').innerText();
      expect(words).toMatch(
        /^[\d.]+% is the probability that Ben Ortiz and Cy Lund are dating on 29 April 2022, going by what is on file\. It is not how sure the answer is\.$/,
      );
      const bar = page.getByRole('meter', { name: 'Probability that it holds' });
      expect(words.startsWith(`${await bar.getAttribute('aria-valuetext')} `)).toBe(true);
    });

    test('has no number where nobody has said anything', async () => {
      const page = await visitor.open(pair('Ada Quill', 'Gil Hart'));
      expect(await page.locator('.confidence').innerText()).toContain('There is no number');
      expect(await page.getByRole('meter').count()).toBe(0);
      expect(await page.locator('#answer').innerText()).toContain('Nobody on file says so.');
    });

    test('shows of a supporter whom it has it from, how strongly, where, and what its evidence shows', async () => {
      const page = await visitor.open(pair('Ben Ortiz', 'Cy Lund'));
      const card = page.locator('[data-side=for] .claim').first();
      const text = await card.innerText();
      expect(text).toContain('Evening Wire, according to fans');
      expect(text).toContain('says, as a rumor, that Ben Ortiz and Cy Lund are dating.');
      expect(text).toContain('rumored to be dating');
      expect(text).toContain('29 April 2022');
      expect(text).toContain('paragraph 10');
      expect(text).toContain(
        'Both in the same coat (since deleted): the document says that it shows nothing',
      );
      const title = card.getByRole('link', { name: 'Are they together? Everything that we know' });
      expect(await title.getAttribute('href')).toBe('https://wire.example/together');
      expect(await title.getAttribute('rel')).toContain('noopener');
    });

    test('shows of a denial the chain that it came by', async () => {
      const page = await visitor.open(pair('Ada Quill', 'Ben Ortiz'));
      const text = await page.locator('[data-side=against] .claim').first().innerText();
      expect(text).toContain('Evening Wire, according to Stage Life in “Never together”');
      expect(text).toContain('says, as settled, that Ada Quill and Ben Ortiz are not dating.');
    });

    test('labels what happens on screen as fiction', async () => {
      const page = await visitor.open(pair('Ada Quill', 'Ben Ortiz'));
      const fiction = page.getByRole('complementary', { name: 'Fiction' });
      expect(await fiction.innerText()).toContain('Nell and Tom are a couple in Harbour Lights.');
      expect(await fiction.innerText()).toContain('It says nothing about the two themselves.');
    });

    test('says what is on file where that goes further than what was asked', async () => {
      const page = await visitor.open(pair('Dee Marsh', 'Eli Stone'));
      expect(await page.locator('#answer').innerText()).toContain(
        'Asked was dating; what is on file goes further: married.',
      );
      expect(await page.locator('[data-side=for]').innerText()).toContain(
        'Dee Marsh on Instagram (own account)',
      );
    });

    test('says when it was last heard once that is long ago', async () => {
      const page = await visitor.open('/?a=Ben+Ortiz&b=Cy+Lund&asOf=2026-06-01');
      expect(await page.locator('.facts .old').innerText()).toBe(
        '29 April 2022, 4 years earlier. Nothing that counts was said since.',
      );
    });

    test('shows what would change it, each with the status that it would lead to', async () => {
      const page = await visitor.open(pair('Ben Ortiz', 'Cy Lund'));
      const events = page.locator('.changes li');
      expect(await events.count()).toBe(8);
      expect(await events.locator('.status').count()).toBe(8);
    });

    test('lays the sum open so that it adds up to the number by hand', async () => {
      const page = await visitor.open(pair('Ben Ortiz', 'Cy Lund'));
      await page.getByText('How the number came about').click();
      const added = await page.locator('.sum tbody tr td:last-child').allInnerTexts();
      const sum = added.reduce((total, text) => total + Number(text.replace('−', '-')), 0);
      const [total = '', ...bounded] = await page.locator('.sum tfoot td').allInnerTexts();
      expect(sum).toBeCloseTo(Number(total.replace('−', '-')), 2);
      const shown = await page.locator('.likelihood strong').innerText();
      expect(bounded.at(-1)).toBe(shown);
    });

    test.each([
      ['Ada Quill', 'Ben Ortiz'],
      ['Fay Wood', 'Gil Hart'],
    ])('gives of %s and %s every factor of what an origin adds', async (a, b) => {
      const page = await visitor.open(pair(a, b));
      await page.getByText('How the number came about').click();
      const rows = await page.locator('.sum tbody tr').all();
      const cells = await Promise.all(rows.map((row) => row.locator('td.number').allInnerTexts()));
      const numbers = cells.map((row) => row.map((text) => Number(text.replace('−', '-').replace('× ', ''))));
      const origins = numbers.filter(([, weight]) => weight !== undefined && weight !== 0);
      expect(origins.length).toBeGreaterThan(0);
      for (const [, weight = 0, kept = 0, share = 0, adds = 0] of origins) {
        expect(weight * kept * share).toBeCloseTo(adds, 2);
      }
    });

    test('asks for the claims that did not fit on the first page', async () => {
      const page = await visitor.open(pair('Fay Wood', 'Gil Hart'));
      const side = page.locator('[data-side=for]');
      expect(await side.locator('h3').innerText()).toBe(`Who says so ${MAGAZINES}`);
      expect(await side.locator('.claim').count()).toBe(10);
      await side.getByRole('button', { name: 'Show more' }).click();
      await side
        .locator('.claim')
        .nth(MAGAZINES - 1)
        .waitFor();
      expect(await side.locator('.claim').count()).toBe(MAGAZINES);
      expect(await side.getByRole('button').count()).toBe(0);
    });

    test('can be asked by id and by handle, and shows the name in the box', async () => {
      const page = await visitor.open(`/?a=@ada.quill&b=person/ben-ortiz&asOf=${THEN}`);
      expect(await verdict(page)).toContain('Are Ada Quill and Ben Ortiz dating as of');
      expect(await page.locator('#a').inputValue()).toBe('Ada Quill');
      expect(await page.locator('#b').inputValue()).toBe('Ben Ortiz');
    });

    test('names the two in the order in which they were asked about', async () => {
      const page = await visitor.open(pair('ben ortiz', '@ada.quill'));
      expect(await verdict(page)).toContain('Are Ben Ortiz and Ada Quill dating as of');
      expect(await page.locator('#a').inputValue()).toBe('Ben Ortiz');
    });

    test('can be asked of another kind by handle too', async () => {
      const page = await visitor.open(pair('@ada.quill', 'Ben Ortiz', '&kind=MARRIED'));
      expect(await verdict(page)).toContain('Are Ada Quill and Ben Ortiz married as of');
      expect(await page.locator('#kind').inputValue()).toBe('MARRIED');
    });
  });

  describe('an answer about one person', () => {
    test('lists who is said to be with them and whether they are said to be single', async () => {
      const page = await visitor.open(`/?a=Cy+Lund&asOf=${THEN}`);
      expect(await verdict(page)).toMatch(/^Who is Cy Lund dating as of 29 April 2022\?\s+1 name on file$/);
      expect(await page.locator('.partner').innerText()).toContain('Ben Ortiz');
      expect(await page.locator('.single').innerText()).toContain(
        'is the probability that Cy Lund is single',
      );
      await page.locator('.partner a').click();
      await page.getByText('Who says otherwise').waitFor();
      expect(page.url()).toContain(`b=person/ben-ortiz&asOf=${THEN}`);
    });

    test('says so when there is nobody', async () => {
      const page = await visitor.open(`/?a=Gil+Hart&asOf=2020`);
      expect(await verdict(page)).toContain('No name on file');
    });

    test('is about the kind that was asked, and says so', async () => {
      const page = await visitor.open(`/?a=Dee+Marsh&asOf=${THEN}&kind=MARRIED`);
      expect(await verdict(page)).toMatch(/^Who is Dee Marsh married to as of .*\?\s+1 name on file$/);
      expect(await page.locator('#kind').inputValue()).toBe('MARRIED');
      const none = await visitor.open(`/?a=Ben+Ortiz&asOf=${THEN}&kind=FRIENDS`);
      expect(await verdict(none)).toMatch(/^Who is Ben Ortiz friends with as of .*\?\s+No name on file$/);
      expect(await none.locator('#answer').innerText()).toContain(
        'Nobody on file is said to be, or to have been, friends with Ben Ortiz.',
      );
      expect(await none.locator('.single').count()).toBe(0);
    });

    test.each(['Mia Young', 'Pat Quiet'])(
      'of %s is withheld without a word on what is on file',
      async (name) => {
        const page = await visitor.open(`/?a=${encodeURIComponent(name)}&asOf=${THEN}`);
        expect(await verdict(page)).toBe('Not answered');
        const text = await page.locator('#answer').innerText();
        expect(text).not.toMatch(/No name on file|Nobody on file/);
        expect(await page.locator('.single').count()).toBe(0);
      },
    );
  });

  describe('instead of an answer', () => {
    test('an ambiguous name offers whom it may be, and choosing one answers', async () => {
      const page = await visitor.open(pair('Sam Reed', 'Ada Quill'));
      expect(await verdict(page)).toBe('Which Sam Reed?');
      const choices = page.locator('.choices a');
      expect(await choices.count()).toBe(2);
      await choices.first().click();
      await page.getByText('Who says otherwise').waitFor();
      expect(page.url()).toContain('a=person/sam-reed-');
      expect(await page.locator('#a').inputValue()).toBe('Sam Reed');
    });

    test('an unknown name offers near ones as links that keep the rest of the question', async () => {
      const page = await visitor.open(pair('Ben Ortiz', 'Ada Qill'));
      expect(await verdict(page)).toBe('Nobody on file goes by “Ada Qill”');
      await page.getByRole('link', { name: 'Ada Quill' }).click();
      await page.getByText('Who says otherwise').waitFor();
      expect(page.url()).toContain(`b=person/ada-quill&asOf=${THEN}`);
    });

    test.each([
      ['Mia Young', 'Under 18 at that date'],
      ['Una Dated', 'Age at that date not on file'],
      ['Pat Quiet', 'Not a public figure'],
    ])('of %s the answer is withheld, with the reason and a hint: %s', async (name, reason) => {
      const page = await visitor.open(pair(name, 'Ada Quill'));
      expect(await verdict(page)).toBe('Not answered');
      expect(await page.locator('.tag').innerText()).toBe(reason);
      expect(await page.locator('#answer').innerText()).toContain('does not say whether anything is on file');
    });

    test('what the server refuses is told with its code and hint, and a wrong date is marked', async () => {
      const page = await visitor.open('/?a=Ada+Quill&b=Ben+Ortiz&asOf=nonsense');
      expect(await verdict(page)).toBe('That cannot be asked');
      expect(await page.locator('.fault code').innerText()).toBe('INVALID_DATE');
      expect(await page.locator('.fault p').count()).toBe(3);
      expect(await page.locator('#as-of').getAttribute('aria-invalid')).toBe('true');
      visitor.forgive();
    });

    test('a fault of the server is not put down to the question', async () => {
      const page = await visitor.open('/');
      await page.locator('#answer h2').waitFor();
      const fault = {
        message: 'Expected the store to answer, but it cannot just now',
        extensions: { code: 'STORE_UNAVAILABLE' },
      };
      await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: { errors: [fault] } }));
      await page.locator('#a').fill('Ada Quill');
      await page.locator('#a').press('Enter');
      await page.getByText('STORE_UNAVAILABLE').waitFor();
      expect(await verdict(page)).toBe('The server could not answer');
      visitor.forgive();
    });

    test('somebody asked about with themselves is refused', async () => {
      const page = await visitor.open(pair('Ada Quill', '@ada.quill'));
      expect(await page.locator('.fault code').innerText()).toBe('SAME_PERSON');
      visitor.forgive();
    });

    test('a server that is gone is told quietly, and asking again works once it is back', async () => {
      const page = await visitor.open('/');
      await page.locator('#answer h2').waitFor();
      await page.context().setOffline(true);
      await page.locator('#a').fill('Ada Quill');
      await page.locator('#b').fill('Ben Ortiz');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.getByText('The server does not answer').waitFor();
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('Who says otherwise').waitFor();
      visitor.forgive();
    });

    test('the name of a character leads to who plays them, and is taken for nobody', async () => {
      const page = await visitor.open('/?a=Nell&b=Ben+Ortiz');
      const text = page.getByText('Nell is a character in Harbour Lights, played by Ada Quill.');
      await text.waitFor();
      await page.getByRole('link', { name: 'Ada Quill' }).click();
      await page.waitForFunction("document.title.startsWith('Ada Quill and Ben Ortiz')");
      expect(page.url()).toContain('a=person/ada-quill');
    });

    test('leads to the page for who wants this on a page of theirs', async () => {
      const page = await visitor.open('/');
      await page.getByRole('link', { name: 'For your page' }).click();
      await page.getByRole('heading', { name: 'Put it on your page' }).waitFor();
    });

    test('without JavaScript the page says what else there is', async () => {
      const page = await visitor.open('/', { javaScriptEnabled: false });
      expect(await page.locator('noscript').innerText()).toContain('POST /graphql');
      expect(await page.locator('noscript a').getAttribute('href')).toBe('/graphql');
      // A form that nothing would come of.
      expect(await page.locator('#ask').isVisible()).toBe(false);
    });
  });

  describe('names that try to be more than text', () => {
    test('stay text in the answer, in the title, in the boxes and in the suggestions', async () => {
      const page = await visitor.open(pair('person/hostile', 'Kim Dale'));
      expect(await verdict(page)).toContain(`Are ${HOSTILE_NAME} and Kim Dale dating as of`);
      // Isolated, so that its direction cannot rearrange the words around it.
      expect(await page.locator('.question bdi').first().innerText()).toBe(HOSTILE_NAME);
      expect(await page.locator('#a').inputValue()).toBe(HOSTILE_NAME);
      await page.locator('#a').fill('<img src=x');
      await page.locator('#a-list [role=option]').first().waitFor();
      expect(await page.locator('#a-list').innerText()).toContain('<img');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.title()).toBe(`${HOSTILE_NAME} and Kim Dale: dating? · Hearsay`);
    });

    test('stay inside the quotes of the shell command', async () => {
      const name = `O'Neil $(id) "\\`;
      const page = await visitor.open(`/?a=${encodeURIComponent(name)}&b=Kim+Dale`);
      await page.getByText('The query that gave this').click();
      const command = await page.getByRole('region', { name: 'curl' }).innerText();
      // In place of curl, a function that prints its last argument.
      const script = `curl() { for last in "$@"; do :; done; printf %s "$last"; }; ${command}`;
      const body = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' })) as {
        readonly variables: object;
      };
      expect(body.variables).toEqual({ a: name, b: 'Kim Dale' });
    });
  });
});
