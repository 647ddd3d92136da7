import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/terminal/text.ts';
import { hearsay } from './hearsay.ts';
import type { Ran } from './test-io.ts';

const PIER = 'tests/cli/worlds/pier.yaml';
const folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'));
const env = { HEARSAY_DB: join(folder, 'pier.sqlite') };
const pier = (...argv: string[]): Promise<Ran> => hearsay(argv, { env });

beforeAll(async () => {
  const seeded = await pier('seed', PIER);
  expect(seeded).toMatchObject({ exit: 0, err: '' });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file with a text in it. */
async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('ask about two people', () => {
  test('gives the answer with who says so, who denies it, on whose word, and how the number came about', async () => {
    const { exit, out, err } = await pier('ask', 'ada ash', '@bobirch', '--as-of', '2024-06-01');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^Ada Ash and Bo Birch: dating\? +as of 2024-06-01\n/);
    expect(out).toContain('Who says so (1)\n  The Gazette\n  "Ada and Bo on the pier"');
    expect(out).toContain('-> photo, since deleted, said to show nothing: Both on the pier');
    expect(out).toMatch(/Who says otherwise \(\d\)\n {2}The Pier Blog/);
    expect(out).toContain('citing The Gazette');
    expect(out).toContain('Fiction, not fact: characters that they play\n  Lena and Mo: couple in The Pier');
    expect(out).toContain('What would change it');
    expect(out).toContain('How the number came about');
    expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
  });

  test('is the same whichever way the people are named', async () => {
    const asked = (a: string, b: string) =>
      pier('ask', a, b, '--as-of', '2024-06-01', '--known-at', '2100-01-01T00:00:00Z');
    const first = await asked('Ada Ash', 'Bo Birch');
    expect(await asked('person/ada-ash', '@bobirch')).toEqual(first);
    expect(await asked('Bo Birch', 'Ada Ash')).toEqual(first);
    expect(await asked(' adaline  ASH ', 'bo birch')).toEqual(first);
  });

  test('takes another kind, in any spelling', async () => {
    const { exit, out } = await pier(
      'ask',
      '@ada.ash',
      'Cy Cedar',
      '--kind',
      'Friends',
      '--as-of',
      '2024-06-01',
    );
    expect(exit).toBe(0);
    expect(out).toMatch(/^Ada Ash and Cy Cedar: friends\?/);
  });

  test('of whom nothing is said is an answer, not a failure', async () => {
    const { exit, out } = await pier('ask', 'Bo Birch', 'Cy Cedar');
    expect(exit).toBe(0);
    expect(out).toContain('UNKNOWN - no evidence');
    expect(out).not.toContain('Probability');
  });

  test('knows nothing at a time when nothing was recorded', async () => {
    const { out } = await pier('ask', 'Ada Ash', 'Bo Birch', '--known-at', '2000-01-01T00:00:00Z');
    expect(out).toContain('no evidence');
  });
});

describe('ask about one person', () => {
  test('lists with whom, and says whether single', async () => {
    const { exit, out } = await pier('ask', '@bobirch', '--as-of', '2024-06-01');
    expect(exit).toBe(0);
    expect(out).toContain('Who is Bo Birch with?\n  Ada Ash, dating:');
    expect(out).toMatch(/\nSingle\? [A-Z ]+ - /);
    expect(out).toContain('Bo Birch is single, reported');
  });

  test('of another kind leaves the love life out', async () => {
    const { out } = await pier('ask', 'Ada Ash', '--kind', 'friends', '--as-of', '2024-06-01');
    expect(out).toContain('Who is Ada Ash friends with?');
    expect(out).toContain('Cy Cedar, friends:');
    expect(out).not.toContain('Single?');
  });
});

describe('ask about one person of whom nothing of a kind is said', () => {
  test('says so in a sentence that names the kind', async () => {
    const { exit, out } = await pier('ask', 'Bo Birch', '--kind', 'feud', '--as-of', '2024-06-01');
    expect(exit).toBe(0);
    expect(out).toContain('Who is Bo Birch at odds with?');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Nobody on file is said to be, or to have been, at odds with Bo Birch. That is not a denial.',
    );
  });
});

describe('no answer', () => {
  test.each([
    ['nobody of that name', ['ask', 'Ada Ahs', 'Bo Birch'], 3, 'Did you mean:\n  Ada Ash  person/ada-ash'],
    ['nobody with that account', ['ask', '@nobody'], 3, 'Nobody on file goes by "@nobody"'],
    [
      'two of one name',
      ['ask', 'Dee Elm', 'Bo Birch'],
      4,
      'person/dee-one\n    born 1970, director in The Pier',
    ],
    ['one of two of one name', ['ask', 'Dee Elm'], 4, 'born 1992, @dee.elm on instagram'],
    ['a child', ['ask', 'Kim Young', 'Bo Birch'], 5, 'WITHHELD - minor'],
    ['a child alone', ['ask', 'Kim Young'], 5, 'WITHHELD - minor'],
  ])('%s', async (_, argv, exit, text) => {
    const ran = await pier(...argv);
    expect(ran).toMatchObject({ exit, err: '' });
    expect(ran.out).toContain(text);
  });

  test('from an empty store says how to fill it', async () => {
    const empty = { env: { HEARSAY_DB: join(folder, 'empty.sqlite') } };
    await hearsay(['seed', await fileOf('nothing.yaml', 'version: 1\n')], empty);
    const { exit, out } = await hearsay(['ask', 'Ada Ash', 'Bo Birch'], empty);
    expect(exit).toBe(3);
    expect(out).toContain('The store is empty');
  });
});

describe('a question that cannot be asked', () => {
  test.each([
    ['a person with themself', ['ask', 'Ada Ash', '@ada.ash'], 'SAME_PERSON', 2],
    ['a date that is none', ['ask', 'Ada Ash', 'Bo Birch', '--as-of', 'soon'], 'INVALID_DATE', 2],
    ['a time that is none', ['ask', 'Ada Ash', 'Bo Birch', '--known-at', '2022'], 'INVALID_INSTANT', 2],
    ['no name', ['ask', ' ', 'Bo Birch'], 'INVALID_NAME', 2],
    ['a name with a bell', ['ask', 'a\u0007b', 'Bo Birch'], 'INVALID_NAME', 2],
    ['10,000 letters', ['ask', 'a'.repeat(10_000), 'Bo Birch'], 'INVALID_NAME', 2],
    ['a page of nothing', ['claims', 'Ada Ash', '--first', '0'], 'INVALID_PAGE_SIZE', 2],
    ['a page of more than can be read', ['claims', 'Ada Ash', '--first', '101'], 'INVALID_PAGE_SIZE', 2],
    ['a page of far more than that', ['claims', 'Ada Ash', '--first', '999999999'], 'INVALID_PAGE_SIZE', 2],
    ['sources on a page of that size', ['sources', '--first', '101'], 'INVALID_PAGE_SIZE', 2],
    ['a broken cursor', ['claims', 'Ada Ash', '--after', 'x'], 'INVALID_CURSOR', 2],
    ['an id that is none', ['claims', '--source', 'The Gazette'], 'INVALID_ID', 2],
    ['claims about nobody on file', ['claims', 'Ada Ahs'], 'NOT_FOUND', 3],
    ['claims about one of two', ['claims', 'Dee Elm'], 'NOT_FOUND', 4],
    ['the outcome of a claim that is not on file', ['outcome', 'claim/none', '--held'], 'NOT_FOUND', 3],
    ['a kind that is none', ['ask', 'Ada Ash', 'Bo Birch', '--kind', 'orientation'], 'USAGE', 2],
    ['a number that is none', ['claims', 'Ada Ash', '--first', 'ten'], 'USAGE', 2],
    ['a command that is none', ['aks', 'Ada Ash'], 'USAGE', 2],
    ['an option that is none', ['ask', 'Ada Ash', '--jsno'], 'USAGE', 2],
    ['three people', ['ask', 'Ada Ash', 'Bo Birch', 'Cy Cedar'], 'USAGE', 2],
    ['claims about nothing', ['claims'], 'USAGE', 2],
    ['a retraction without a reason', ['retract', 'claim/none'], 'USAGE', 2],
    ['a retraction for no such reason', ['retract', 'claim/none', '--reason', 'x'], 'USAGE', 2],
    [
      'a retraction as source by nobody',
      ['retract', 'claim/none', '--reason', 'source-retracted'],
      'USAGE',
      2,
    ],
    [
      'the retraction of no claim on file',
      ['retract', 'claim/none', '--reason', 'superseded'],
      'NOT_FOUND',
      3,
    ],
    ['an outcome that says nothing', ['outcome', 'claim/none'], 'USAGE', 2],
    ['an outcome that says both', ['outcome', 'claim/none', '--held', '--fell'], 'USAGE', 2],
  ])('%s', async (_, argv, code, exit) => {
    const ran = await pier(...argv);
    expect(ran).toMatchObject({ exit, out: '' });
    expect(ran.err).toMatch(new RegExp(`^error ${code}: [^\\n]+\\n(hint: [^\\n]+\\n)?$`));
  });

  test('near misses of commands and options are named', async () => {
    expect((await pier('verfy', 'store')).err).toContain('hint: Did you mean verify?');
    expect((await pier('ask', 'Ada Ash', '--jsno')).err).toContain('hint: Did you mean --json?');
  });

  test.each([
    "'; DROP TABLE claims; --",
    '" OR 1=1',
    'NEAR(a b)',
    'name:*',
    '{}',
    '../../etc/passwd',
    '%s%n',
  ])('a hostile name is only a name: %s', async (name) => {
    const { exit, out, err } = await pier('ask', name, 'Bo Birch');
    expect({ exit, err }).toEqual({ exit: 3, err: '' });
    expect(out).toContain('Nobody on file goes by');
  });
});

describe('--json', () => {
  test('prints the data that GraphQL gives, and the same exit code', async () => {
    const { exit, out } = await pier('ask', 'Ada Ash', 'Bo Birch', '--as-of', '2024-06-01', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      data: { isDating: { __typename: 'RelationshipAnswer', asOf: '2024-06-01', kind: 'DATING' } },
    });
    const unknown = await pier('ask', 'Ada Ahs', 'Bo Birch', '--json');
    expect(unknown.exit).toBe(3);
    expect(JSON.parse(unknown.out)).toMatchObject({ data: { isDating: { __typename: 'UnknownPerson' } } });
  });

  test('prints errors as GraphQL gives them, besides the line on standard error', async () => {
    const { exit, out, err } = await pier('ask', 'Ada Ash', 'Bo Birch', '--as-of', 'soon', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_DATE' } }] });
    expect(err).toContain('error INVALID_DATE: ');
  });
});

describe('--show-query', () => {
  test('prints a document with its variables', async () => {
    const { exit, out } = await pier('ask', 'Ada Ash', '@bobirch', '--kind', 'engaged', '--show-query');
    expect(exit).toBe(0);
    expect(out).toMatch(/^query AreRelated\(/);
    expect(out).toContain('#     "id": "person/bo-birch"');
  });
});

describe('claims', () => {
  test('are listed with ids, page after page, by the command that each page ends with', async () => {
    const first = await pier('claims', 'Ada Ash', '--first', '2', '--as-of', '2024-06-01');
    expect(first.out).toContain('3 claims, 2 shown, the latest first');
    const cursor = /--after (\S+)/.exec(first.out)?.[1] ?? '';
    const second = await pier(
      'claims',
      'Ada Ash',
      '--first',
      '2',
      '--as-of',
      '2024-06-01',
      '--after',
      cursor,
    );
    const ids = [...(first.out + second.out).matchAll(/claim\/\S+/g)].map(([id]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(second.out).not.toContain('--after');
  });

  test('can be narrowed to a pair, a kind, a source, a document', async () => {
    const count = async (...argv: string[]) =>
      /^(\d+) claims?/.exec((await pier('claims', ...argv)).out)?.[1];
    expect(await count('Ada Ash', 'Bo Birch')).toBe('2');
    expect(await count('Bo Birch', '--kind', 'single')).toBe('1');
    expect(await count('--source', 'source/gazette')).toBe('2');
    expect(await count('--document', 'document/blog-1')).toBe('4');
  });

  test('come a hundred at a time at most', async () => {
    expect((await pier('claims', 'Ada Ash', '--first', '100')).exit).toBe(0);
  });

  test('that nobody made are none', async () => {
    expect((await pier('claims', 'Bo Birch', 'Cy Cedar')).out).toBe(
      'No claim on file that may be shown matches.\n',
    );
  });
});

describe('sources', () => {
  test('are listed with how reliable they are taken to be', async () => {
    const { out } = await pier('sources');
    expect(out).toMatch(/^2 sources\n/);
    expect(out).toMatch(
      / {2}The Gazette +outlet, tabloid\n {4}a story of theirs holds: 30% \(usual for its type\)/,
    );
  });
});

describe('seed', () => {
  test('twice changes nothing', async () => {
    const { exit, out } = await pier('seed', PIER);
    expect(exit).toBe(0);
    expect(out).toMatch(/^tests\/cli\/worlds\/pier\.yaml: 0 added, \d+ there already\n$/);
  });

  test('refuses a file with mistakes, says where they are, and loads the others', async () => {
    const bad = await fileOf('bad.yaml', 'version: 1\npeople:\n  eve-fir: { name: 7 }\n');
    const good = await fileOf('good.yaml', 'version: 1\npeople:\n  eve-fir: { name: Eve Fir }\n');
    const { exit, out, err } = await pier('seed', bad, good);
    expect(exit).toBe(6);
    expect(err).toMatch(/error INVALID_RECORD: .*\n.*bad\.yaml:3:\d+: Expected /);
    expect(err).toContain('hint: Nothing of this file was stored');
    expect(out).toContain('good.yaml: 1 added');
  });

  test('refuses special categories', async () => {
    const text =
      'version: 1\nclaims:\n  - { kind: ORIENTATION, people: [Ada Ash], modality: REPORTED, document: gazette-1 }\n';
    const { exit, err } = await pier('seed', await fileOf('special.yaml', text));
    expect(exit).toBe(6);
    expect(err).toContain('SPECIAL_CATEGORY');
  });

  test('reads nothing when one of the files is not there', async () => {
    const { exit, out, err } = await pier('seed', PIER, join(folder, 'none.yaml'));
    expect({ exit, out }).toEqual({ exit: 8, out: '' });
    expect(err).toMatch(/^error FILE_UNREADABLE: Expected to read .*none\.yaml", but got ENOENT\n/);
  });
});

describe('record and outcome', () => {
  const claim =
    'kind: ENGAGED\npeople: [Ada Ash, Bo Birch]\nmodality: REPORTED\ndocument: document/gazette-1\n';

  test('record one claim from standard input, once, and what became of it', async () => {
    const first = await hearsay(['record', '-'], { env, input: claim });
    expect(first).toMatchObject({ exit: 0, err: '' });
    const id = /^(claim\/\S+): 1 added/.exec(first.out)?.[1] ?? '';
    const again = await hearsay(['record', '-'], { env, input: claim });
    expect(again.out).toBe(`${id}: 0 added, 1 there already\n`);
    const outcome = await pier('outcome', id, '--fell', '--decided', '2025', '--note', 'Both said so');
    expect(outcome).toMatchObject({ exit: 0, err: '' });
    expect(outcome.out).toContain(`${id}: fell`);
    expect((await pier('sources')).out).toContain('0 of 1 known outcome held');
  });

  test('record prints for programs what it did, and the bookmark of the write', async () => {
    const { exit, out } = await hearsay(['record', '-', '--json'], { env, input: claim });
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      claim: expect.stringMatching(/^claim\/[0-9a-f]{24}$/) as unknown,
      created: [],
      updated: [],
      unchanged: 1,
      dropped: [],
      hidden: [],
      bookmark: null,
    });
  });

  test('refuse a claim with its place', async () => {
    const { exit, err } = await hearsay(['record', '-'], { env, input: 'kind: HAPPY\n' });
    expect(exit).toBe(6);
    expect(err).toMatch(/error INVALID_RECORD: .*\nstandard input:1:\d+: Expected /);
  });
});

describe('verify and rebuild', () => {
  test('a store that was rebuilt is whole', async () => {
    expect((await pier('rebuild')).out).toMatch(/^\d+ relationships derived from the claims\n$/);
    const { exit, out } = await pier('verify', 'store');
    expect(exit).toBe(0);
    expect(out).toMatch(/The store is whole\.\n$/);
  });
});

describe('the store and the settings', () => {
  test('--db stands in for HEARSAY_DB, before or after the command', async () => {
    const other = join(folder, 'other.sqlite');
    expect((await hearsay(['--db', other, 'seed', PIER], {})).exit).toBe(0);
    expect((await hearsay(['ask', 'Ada Ash', 'Bo Birch', '--db', other], {})).exit).toBe(0);
  });

  test('a file that is no database is refused and left as it is', async () => {
    const path = await fileOf('corrupt.sqlite', 'not a database, '.repeat(100));
    const { exit, err } = await hearsay(['ask', 'Ada Ash'], { env: { HEARSAY_DB: path } });
    expect(exit).toBe(7);
    expect(err).toMatch(/^error STORE_CORRUPT: .+\nhint: .+\n$/);
  });

  test('a setting that is not known is refused before a store is made', async () => {
    const path = join(folder, 'never.sqlite');
    const { exit, err } = await hearsay(['ask', 'Ada Ash'], { env: { HEARSAY_DB: path, HEARSAY_PORT: '1' } });
    expect(exit).toBe(8);
    expect(err).toMatch(/^error SETTING_INVALID: .*HEARSAY_PORT/);
    expect(existsSync(path)).toBe(false);
  });
});

describe('retract', () => {
  const claim = 'kind: FEUD\npeople: [Ada Ash, Bo Birch]\nmodality: REPORTED\ndocument: document/gazette-1\n';
  const feud = async (): Promise<string> =>
    (await pier('ask', 'Ada Ash', 'Bo Birch', '--kind', 'feud', '--as-of', '2024-06-01')).out;

  test('takes a claim back, which then counts no more and is shown only on request', async () => {
    const { out } = await hearsay(['record', '-'], { env, input: claim });
    const id = /^claim\/\S+(?=:)/.exec(out)?.[0] ?? '';
    const before = new Date().toISOString();
    expect(await feud()).not.toContain('no evidence');
    const other = ['--reason', 'source_retracted', '--source', 'source/blog'];
    expect(await pier('retract', id, ...other)).toMatchObject({ exit: 2, out: '' });
    const publisher = ['--reason', 'source_retracted', '--source', 'The Gazette'];
    const done = await pier('retract', id, ...publisher, '--note', 'an error');
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(done.out).toContain(`${id}: taken back, source retracted (`);
    expect(await feud()).toContain('no evidence');
    expect((await pier('claims', 'Ada Ash', '--kind', 'feud', '--known-at', before)).out).toContain(id);
    expect((await pier('claims', 'Ada Ash', '--kind', 'feud')).out).not.toContain(id);
    expect((await pier('claims', 'Ada Ash', '--kind', 'feud', '--retracted')).out).toContain(id);
    expect(await pier('retract', id, '--reason', 'superseded')).toMatchObject({ exit: 6, out: '' });
  });
});

describe('a file without an end', () => {
  test.each([['/dev/zero'], ['-']])('is left at 10 MB: %s', async (path) => {
    const input = ' '.repeat(10_000_001);
    const { exit, out, err } = await hearsay(['seed', path], { env, input });
    expect({ exit, out }).toEqual({ exit: 8, out: '' });
    expect(err).toMatch(/^error FILE_UNREADABLE: .* but got more than 10 MB\nhint: .*\n$/);
  });
});

describe('a database that is not there', () => {
  const path = join(folder, 'nowhere', 'typo.sqlite');

  test.each([
    [['ask', 'Ada Ash']],
    [['claims', 'Ada Ash']],
    [['sources']],
    [['record', '-']],
    [['outcome', 'claim/1', '--held']],
    [['retract', 'claim/1', '--reason', 'superseded']],
    [['verify', 'store']],
    [['rebuild']],
  ])('is said not to be there, and is not made: %j', async (argv) => {
    const input = 'kind: DATING\npeople: [Ada Ash, Bo Birch]\nmodality: REPORTED\ndocument: document/x\n';
    const { exit, out, err } = await hearsay(['--db', path, ...argv], { input });
    expect({ exit, out }).toEqual({ exit: 7, out: '' });
    expect(err).toMatch(
      /^error STORE_UNAVAILABLE: Expected a database file.*typo\.sqlite"\nhint: .*seed FILE.*\n$/,
    );
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('scenarios', () => {
  const scenario = (status: string) =>
    JSON.stringify([
      {
        name: 'one tabloid',
        claims: [
          {
            kind: 'DATING',
            stance: 'SUPPORTS',
            modality: 'REPORTED',
            assertedAt: '2024-05-25',
            source: 'tab1',
            outletType: 'TABLOID',
          },
        ],
        asOf: '2024-06-01',
        ask: 'DATING',
        expect: { status: [status], answer: ['UNCONFIRMED'], confidence: [0.1, 0.35] },
      },
    ]);

  test('that hold end with 0, in a table or as JSON', async () => {
    const table = await hearsay(['scenarios', '-'], { input: scenario('RUMORED') });
    expect(table.exit).toBe(0);
    expect(table.out).toMatch(/\nok {4}one tabloid +RUMORED +UNCONFIRMED +0\.\d{4}\n1 of 1 hold\n$/);
    const json = await hearsay(['scenarios', '-', '--json'], { input: scenario('RUMORED') });
    expect(Object.keys((JSON.parse(json.out) as object[])[0] ?? {})).toEqual([
      'name',
      'status',
      'answer',
      'confidence',
      'holds',
    ]);
  });

  test('one of which is missed end with 1 and say what was expected', async () => {
    const { exit, out } = await hearsay(['scenarios', '-'], { input: scenario('CONFIRMED') });
    expect(exit).toBe(1);
    expect(out).toContain('expected CONFIRMED; UNCONFIRMED; 0.1 to 0.35');
    expect(out).toContain('0 of 1 hold');
  });

  test('that cannot be read are refused', async () => {
    expect((await hearsay(['scenarios', '-'], { input: '{' })).exit).toBe(6);
  });
});

describe('help', () => {
  test('lists the commands, examples and exit codes', async () => {
    const { exit, out } = await hearsay(['--help']);
    expect(exit).toBe(0);
    for (const text of [
      'serve',
      'ask',
      'claims',
      'verify',
      'Examples:',
      'Exit codes:',
      '  5  not answered',
    ]) {
      expect(out).toContain(text);
    }
    expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
  });

  test.each([
    'serve',
    'ask',
    'claims',
    'sources',
    'seed',
    'record',
    'outcome',
    'retract',
    'verify',
    'rebuild',
    'scenarios',
  ])('explains %s', async (command) => {
    const { exit, out } = await hearsay([command, '--help']);
    expect(exit).toBe(0);
    expect(out).toContain(`Usage: hearsay ${command}`);
    expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
  });

  test('without a command is help on standard error', async () => {
    const { exit, out, err } = await hearsay([]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('Usage: hearsay');
    expect(err).toContain('error USAGE: Expected a command, but got none');
  });

  test('the version is that of the package', async () => {
    expect((await hearsay(['--version'])).out).toMatch(/^hearsay \d+\.\d+\.\d+\n$/);
  });
});
