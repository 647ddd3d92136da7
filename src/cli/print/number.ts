import type { NumberParts } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { cut, indented, padEnd, padStart, plain } from '../terminal/text.ts';
import { counted, percent } from './words.ts';

const NUMBER_WIDTH = 7;
/** The term that carries what many weak origins lose together (schema.graphql, `Term.group`). */
const SATURATION = 'saturation';

/** How a probability came about: the prior, what each origin added in log-odds, and the bounds that applied. */
export function numberLines(
  explanation: NumberParts & { readonly ending: NumberParts | null },
  confidence: number | null,
  style: Style,
): readonly string[] {
  const { ending } = explanation;
  const result = confidence === null ? '' : `, which is ${percent(confidence)}`;
  return [
    `${style.bold('How the number came about')} ${style.dim('(log-odds)')}`,
    ...sumLines(explanation, style),
    ...capLines(explanation, style),
    ...(explanation.caps.length > 0 && confidence !== null ? [`  In the end${result.slice(1)}.`] : []),
    ...(ending === null
      ? []
      : ['  And for "it is over":', ...sumLines(ending, style), ...capLines(ending, style)]),
  ];
}

function sumLines(explanation: NumberParts, style: Style): readonly string[] {
  const label = style.width - NUMBER_WIDTH - 4;
  const line = (text: string, value: number): string =>
    `  ${padEnd(cut(plain(text), label), label)} ${padStart(signed(value, style), NUMBER_WIDTH)}`;
  const prior = Math.log(explanation.prior / (1 - explanation.prior));
  const { a, b } = explanation.calibration;
  const fitted = a === 1 && b === 0 ? '' : `, calibrated by ${a} and ${b}`;
  return [
    line(`before anybody spoke: ${percent(explanation.prior)} of named pairs`, prior),
    ...explanation.terms.map((term) => line(termText(term, style), term.contribution)),
    line(`sum${fitted}: ${percent(sigmoid(a * explanation.logOdds + b))}`, explanation.logOdds),
  ];
}

function termText(term: NumberParts['terms'][number], style: Style): string {
  if (term.group === SATURATION) return 'many origins saying the same weigh less together';
  const who = term.source?.name ?? term.group;
  const claims = term.claims.totalCount > 1 ? ` in ${counted(term.claims.totalCount, 'claim')}` : '';
  const weighed =
    term.discount === 1
      ? ''
      : `, ${term.weight.toFixed(2)} ${style.glyphs.times} ${term.discount.toFixed(2)} for time and rules`;
  return `${who} ${VERBS[term.stance]}${claims}${weighed}`;
}

const VERBS = { SUPPORTS: 'supports', DENIES: 'denies', ENDS: 'says it is over' } as const;

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
