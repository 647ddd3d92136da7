import type { ScenarioResult } from '../../application/scenarios.ts';
import type { Style } from '../terminal/style.ts';
import { cut, padEnd, padStart, plain } from '../terminal/text.ts';

const STATUS_WIDTH = 11;
const ANSWER_WIDTH = 12;
const CONFIDENCE_WIDTH = 6;
/** `ok` or `MISS`, and the blanks between the columns. */
const REST_WIDTH = 4 + 2 * 4;

/** A table of scenarios: what came out, and where it is not what was expected, what was. */
export function scenarioPage(results: readonly ScenarioResult[], style: Style): string {
  const name = style.width - STATUS_WIDTH - ANSWER_WIDTH - CONFIDENCE_WIDTH - REST_WIDTH;
  const row = (cells: readonly [string, string, string, string, string]): string =>
    [
      padEnd(cells[0], 4),
      padEnd(cut(plain(cells[1]), name), name),
      padEnd(cells[2], STATUS_WIDTH),
      padEnd(cells[3], ANSWER_WIDTH),
      padStart(cells[4], CONFIDENCE_WIDTH),
    ].join('  ');
  const held = results.filter((result) => result.holds).length;
  const sum = `${held} of ${results.length} hold`;
  return [
    style.bold(row(['', 'scenario', 'status', 'answer', 'p'])),
    ...results.flatMap(({ name: title, status, answer, confidence, holds, expected }) => [
      row([
        holds ? style.good('ok') : style.bad('MISS'),
        title,
        status,
        answer,
        confidence === null ? '-' : confidence.toFixed(4),
      ]),
      ...(holds ? [] : [`      ${style.unsure(`expected ${expectedText(expected)}`)}`]),
    ]),
    held === results.length ? style.good(sum) : style.bad(sum),
  ].join('\n');
}

function expectedText({ status, answer, confidence }: ScenarioResult['expected']): string {
  const range = confidence === null ? 'no number' : `${confidence[0]} to ${confidence[1]}`;
  return `${status.join(' or ')}; ${answer.join(' or ')}; ${range}`;
}
