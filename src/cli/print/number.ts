import type { NumberParts } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { cut, indented, padEnd, padStart, plain, widthOf } from '../terminal/text.ts';
import { counted, percent } from './words.ts';

const NUMBER_WIDTH = 7;
/** Below this a name would be cut to nothing, so that what is multiplied gets a line of its own. */
const MIN_LABEL_WIDTH = 20;
/** The term that carries what many weak origins lose together (schema.graphql, `Term.group`). */
const SATURATION = 'saturation';

/** How a probability came about: the prior, what each origin added in log-odds, and the bounds that applied. */
export function numberLines(
  explanation: NumberParts & { readonly ending: NumberParts | null },
  confidence: number | null,
  evidence: ReadonlyMap<string, string>,
  style: Style,
): readonly string[] {
  const { ending } = explanation;
  const bounded = explanation.caps.length > 0 && confidence !== null;
  return [
    style.bold('How the number came about'),
    ...indented(legend(style), style.width, '  ').map(style.dim),
    ...sumLines(explanation, evidence, style),
    ...capLines(explanation, style),
    ...(bounded ? [`  So it comes to ${percent(confidence)}`] : []),
    ...(ending === null
      ? []
      : ['  The same for "it is over"', ...sumLines(ending, evidence, style), ...capLines(ending, style)]),
  ];
}

/** What the factors of a row are, so that the reader can multiply them out. */
function legend({ glyphs: { times } }: Style): string {
  return [
    `In log-odds: weight ${times} kept ${times} share = what it adds.`,
    'Kept is what time and rules leave of the weight.',
    'Share is 1 for the heaviest origin of a side and less for each that follows;',
    'for denials it is a part of that, and negative.',
  ].join(' ');
}

function sumLines(
  explanation: NumberParts,
  evidence: ReadonlyMap<string, string>,
  style: Style,
): readonly string[] {
  const line = (text: string, factors: string, value: number): readonly string[] => {
    const right = `${factors} ${padStart(signed(value, style), NUMBER_WIDTH)}`;
    const label = style.width - widthOf(right) - 3;
    if (label < MIN_LABEL_WIDTH) return [...indented(plain(text), style.width, '  '), `    ${right.trim()}`];
    return [`  ${padEnd(cut(plain(text), label), label)} ${right}`];
  };
  const prior = Math.log(explanation.prior / (1 - explanation.prior));
  const { a, b } = explanation.calibration;
  const fitted = a === 1 && b === 0 ? '' : `, calibrated by ${a} and ${b}`;
  return [
    ...line(`Before anybody spoke: ${percent(explanation.prior)} of named pairs`, '', prior),
    ...explanation.terms.flatMap((term) =>
      line(termText(term, evidence), factorsOf(term, style), term.contribution),
    ),
    ...line(`Sum${fitted}: ${percent(sigmoid(a * explanation.logOdds + b))}`, '', explanation.logOdds),
  ];
}

function termText(term: NumberParts['terms'][number], evidence: ReadonlyMap<string, string>): string {
  if (term.group === SATURATION) return 'Together they weigh less than one by one';
  const who = term.source?.name ?? evidence.get(term.group) ?? term.group;
  const claims = term.claims.totalCount > 1 ? ` (${counted(term.claims.totalCount, 'claim')})` : '';
  return `${SIDES[term.stance]}: ${who}${claims}`;
}

/** What is multiplied; saturation is what it is, and has no factors. */
function factorsOf({ group, weight, discount, share }: NumberParts['terms'][number], style: Style): string {
  if (group === SATURATION) return '';
  const factors = [weight.toFixed(3), discount.toFixed(3), padStart(withSign(share, style), 6)];
  return `${factors.join(` ${style.glyphs.times} `)} =`;
}

const SIDES = { SUPPORTS: 'For', DENIES: 'Against', ENDS: 'Over' } as const;

function capLines(explanation: NumberParts, style: Style): readonly string[] {
  return explanation.caps.flatMap((cap) => {
    const bound = `${cap.code === 'FLOOR' ? 'At least' : 'At most'} ${percent(cap.limit)}`;
    return indented(plain(`${bound}: ${cap.because}`), style.width, `  ${style.glyphs.dot} `);
  });
}

function signed(value: number, style: Style): string {
  const text = withSign(value, style);
  return value >= DIGITLESS ? `+${text}` : text;
}

/** Below half of the last digit shown a number is 0, which has no sign. */
const DIGITLESS = 0.0005;

function withSign(value: number, style: Style): string {
  return `${value <= -DIGITLESS ? style.glyphs.minus : ''}${Math.abs(value).toFixed(3)}`;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
