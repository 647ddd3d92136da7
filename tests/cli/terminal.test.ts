import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar } from '../../src/cli/print/bar.ts';
import { moreCommand } from '../../src/cli/print/more.ts';
import { startProgress } from '../../src/cli/terminal/progress.ts';
import { styleOf } from '../../src/cli/terminal/style.ts';
import { cut, indented, plain, spread, widthOf, wrap } from '../../src/cli/terminal/text.ts';
import { testIo } from './test-io.ts';

const same = (text: string) => text;
const UTF8 = { LANG: 'en_US.UTF-8' };

describe('text on a terminal', () => {
  test('no line is wider than wanted, and no word is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 90 }),
        (text, width) => {
          const lines = wrap(plain(text), width);
          expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
          expect(lines.join('').replace(/\s/g, '')).toBe(plain(text).replace(/\s/g, ''));
        },
      ),
    );
  });

  test('wide letters take two columns, accents and colours none', () => {
    expect(widthOf('東京')).toBe(4);
    expect(widthOf('e\u0301')).toBe(1);
    expect(widthOf('\u001b[1mab\u001b[0m')).toBe(2);
  });

  test('text from the graph cannot move the cursor, colour the screen or turn the writing around', () => {
    expect(plain('a\u001b[2Jb\r\nc\u202ed')).toBe('a [2Jb  c d');
  });

  test('further lines are indented under the first', () => {
    expect(indented('one two three', 9, '- ')).toEqual(['- one two', '  three']);
  });

  test('two ends of a line stay apart, or the right one follows below', () => {
    const ends = { first: '- ', left: 'left', right: 'right', paintLeft: same, paintRight: same };
    expect(spread(ends, 14)).toEqual(['- left   right']);
    expect(spread(ends, 12)).toEqual(['- left', '  right']);
    expect(spread({ ...ends, left: 'on two lines' }, 10)).toEqual(['- on two', '  lines', '  right']);
  });

  test('long text is cut with dots', () => {
    expect(cut('a rather long label', 10)).toBe('a rathe...');
    expect(cut('short', 10)).toBe('short');
  });
});

describe('style', () => {
  test('colour is for terminals that want it', () => {
    const painted = (around: Parameters<typeof testIo>[0]) => styleOf(testIo(around).io).bold('x');
    expect(painted({ terminal: true })).toBe('\u001b[1mx\u001b[0m');
    expect(painted({ terminal: false })).toBe('x');
    expect(painted({ terminal: true, env: { NO_COLOR: '1' } })).toBe('x');
    expect(painted({ terminal: true, env: { NO_COLOR: '' } })).toBe('\u001b[1mx\u001b[0m');
    expect(painted({ terminal: true, env: { TERM: 'dumb' } })).toBe('x');
  });

  test('the first locale variable that is set decides about signs beyond ASCII', () => {
    const full = (env: Record<string, string>) => styleOf(testIo({ env }).io).glyphs.full;
    expect(full(UTF8)).toBe('█');
    expect(full({ LC_ALL: 'C', LANG: 'en_US.UTF-8' })).toBe('#');
    expect(full({ LC_ALL: '', LC_CTYPE: 'C.utf8' })).toBe('█');
    expect(full({})).toBe('#');
  });

  test('no line is planned wider than 80 columns', () => {
    expect(styleOf(testIo({ terminal: true, columns: 200 }).io).width).toBe(80);
    expect(styleOf(testIo({ terminal: true, columns: 60 }).io).width).toBe(60);
  });
});

describe('bar', () => {
  test('fills with the probability, in eighths of a cell where that can be shown', () => {
    expect(bar(0.5, 10, styleOf(testIo().io))).toBe('#####.....  50%');
    expect(bar(0.06, 10, styleOf(testIo({ env: UTF8 }).io))).toBe('▋░░░░░░░░░  6%');
    expect(bar(null, 4, styleOf(testIo().io))).toBe('....  no number');
  });

  test('keeps its length', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (probability, unicode) => {
        const style = styleOf(testIo({ env: unicode ? UTF8 : {} }).io);
        expect(widthOf(bar(probability, 20, style).split('  ')[0] ?? '')).toBe(20);
      }),
    );
  });
});

describe('progress', () => {
  test('what is done within a second is not talked about', () => {
    const { io, text } = testIo({ step: 100 });
    const progress = startProgress(io, 'working');
    for (let done = 1; done <= 9; done += 1) progress.report(done, 9);
    progress.end();
    expect(text().err).toBe('');
  });

  test('a log gets whole lines now and then, a terminal one line that is cleared in the end', () => {
    const shown = (terminal: boolean) => {
      const { io, text } = testIo({ step: 600, terminal });
      const progress = startProgress(io, 'working');
      for (let done = 1; done <= 4; done += 1) progress.report(done, 4);
      progress.end();
      return text().err;
    };
    expect(shown(false)).toBe('working: 2 of 4 (50%)\n');
    const lines = ['working: 2 of 4 (50%)', 'working: 3 of 4 (75%)', 'working: 4 of 4 (100%)', ''];
    expect(shown(true)).toBe(lines.map((line) => `\r\u001b[K${line}`).join(''));
  });
});

describe('the command that shows the next page', () => {
  test('repeats what was typed, quoted for a shell', () => {
    const options = { kind: ['DATING', 'SINGLE'], first: 5, retracted: true, asOf: '2022', after: 'old' };
    expect(moreCommand('claims', ["Ann O'Hara", undefined], options, 'new')).toBe(
      "hearsay claims 'Ann O'\\''Hara' --kind DATING --kind SINGLE --first 5 --retracted --as-of 2022 --after new",
    );
  });
});
