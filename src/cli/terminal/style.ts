import type { Io } from '../io.ts';

/** What ornaments a terminal can show. Text from the graph is never changed for it. */
export interface Style {
  /** Columns that a line may fill. */
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly unsure: Paint;
  readonly glyphs: Glyphs;
}

type Paint = (text: string) => string;

/** Signs that not every terminal can show. */
export interface Glyphs {
  readonly full: string;
  readonly empty: string;
  readonly partial: readonly string[];
  readonly supports: string;
  readonly denies: string;
  readonly dot: string;
  readonly arrow: string;
  readonly rule: string;
  readonly minus: string;
  readonly times: string;
}

const MAX_WIDTH = 80;
const MIN_WIDTH = 40;

const UNICODE: Glyphs = {
  full: '█',
  empty: '░',
  partial: ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'],
  supports: '+',
  denies: '−',
  dot: '·',
  arrow: '→',
  rule: '─',
  minus: '−',
  times: '×',
};

const ASCII: Glyphs = {
  full: '#',
  empty: '.',
  partial: [''],
  supports: '+',
  denies: '-',
  dot: '-',
  arrow: '->',
  rule: '-',
  minus: '-',
  times: 'x',
};

/** The style that standard output of this terminal can show. */
export function styleOf(io: Pick<Io, 'out' | 'env'>): Style {
  const colour = hasColour(io);
  const paint =
    (code: number): Paint =>
    (text) =>
      colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, io.out.columns)),
    bold: paint(1),
    dim: paint(2),
    good: paint(32),
    bad: paint(31),
    unsure: paint(33),
    glyphs: showsUnicode(io.env) ? UNICODE : ASCII,
  };
}

/** https://no-color.org: any value but an empty one turns colour off. */
function hasColour({ out, env }: Pick<Io, 'out' | 'env'>): boolean {
  return out.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** The first of these that is set decides the character set (POSIX, "Internationalization Variables"). */
function showsUnicode(env: Io['env']): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return /utf-?8/i.test(locale ?? '');
}
