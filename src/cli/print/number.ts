import type { NumberParts } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { cut, indented, padEnd, padStart, plain, widthOf } from '../terminal/text.ts';
import { counted, percent } from './words.ts';

const NUMBER_WIDTH = 7;
const WEIGHING_WIDTH = 11;
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
    ...indented(
      `in log-odds: weight ${style.glyphs.times} what time and rules leave of it`,
      style.width,
      '  ',
    ).map(style.dim),
    ...sumLines(explanation, evidence, style),
    ...capLines(explanation, style),
    ...(bounded ? [`  so that it comes to ${percent(confidence)}`] : []),
    ...(ending === null
      ? []
      : ['  the same for "it is over"', ...sumLines(ending, evidence, style), ...capLines(ending, style)]),
  ];
}

function sumLines(
  explanation: NumberParts,
  evidence: ReadonlyMap<string, string>,
  style: Style,
): readonly string[] {
  const line = (text: string, weighed: string, value: number): string => {
    const right = `${padStart(weighed, WEIGHING_WIDTH)} ${padStart(signed(value, style), NUMBER_WIDTH)}`;
    const label = style.width - widthOf(right) - 3;
    return `  ${padEnd(cut(plain(text), label), label)} ${right}`;
  };
  const prior = Math.log(explanation.prior / (1 - explanation.prior));
  const { a, b } = explanation.calibration;
  const fitted = a === 1 && b === 0 ? '' : `, calibrated by ${a} and ${b}`;
  return [
    line(`before anybody spoke: ${percent(explanation.prior)} of named pairs`, '', prior),
    ...explanation.terms.map((term) =>
      line(termText(term, evidence), weighing(term, style), term.contribution),
    ),
    line(`sum${fitted}: ${percent(sigmoid(a * explanation.logOdds + b))}`, '', explanation.logOdds),
  ];
}

function termText(term: NumberParts['terms'][number], evidence: ReadonlyMap<string, string>): string {
  if (term.group === SATURATION) return 'together they weigh less than one by one';
  const who = term.source?.name ?? evidence.get(term.group) ?? term.group;
  const claims = term.claims.totalCount > 1 ? ` (${counted(term.claims.totalCount, 'claim')})` : '';
  return `${SIDES[term.stance]}: ${who}${claims}`;
}

function weighing(term: NumberParts['terms'][number], style: Style): string {
  return term.group === SATURATION || term.discount === 1
    ? ''
    : `${term.weight.toFixed(2)} ${style.glyphs.times} ${term.discount.toFixed(2)}`;
}

const SIDES = { SUPPORTS: 'for', DENIES: 'against', ENDS: 'over' } as const;

function capLines(explanation: NumberParts, style: Style): readonly string[] {
  return explanation.caps.flatMap((cap) => {
    const bound = `${cap.code === 'FLOOR' ? 'at least' : 'at most'} ${percent(cap.limit)}`;
    return indented(plain(`${bound}: ${cap.because}`), style.width, `  ${style.glyphs.dot} `);
  });
}

function signed(value: number, style: Style): string {
  const digits = Math.abs(value).toFixed(2);
  if (digits === '0.00') return digits;
  return `${value < 0 ? style.glyphs.minus : '+'}${digits}`;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
