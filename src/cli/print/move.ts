import type { MoveCheck, MoveReport } from '../../application/migrate.ts';
import type { DigestedType } from '../../application/store-digest.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/text.ts';
import { counted } from './words.ts';

const NAMES: Readonly<Record<DigestedType, string>> = {
  people: 'people',
  sources: 'sources',
  documents: 'documents',
  evidence: 'evidence',
  works: 'works',
  characters: 'characters',
  credits: 'credits',
  onScreen: 'on-screen relations',
  claims: 'claims',
  outcomes: 'outcomes',
  edges: 'derived relationships',
};
const COLUMN = Math.max(...Object.values(NAMES).map((name) => name.length));

/** What was moved, and how the two stores compare. */
export function movePage(report: MoveReport, style: Style): string {
  const { ok, resumed, moved, checks } = report;
  const went = resumed ? 'Went on with an earlier move: ' : '';
  return [
    `${went}${counted(moved, 'record')} moved.`,
    ...checks.map((check) => checkLine(check, style)),
    ...(ok
      ? [style.good('Both stores hold the same.')]
      : [style.bad('The stores differ.'), ...wrap(hintOf(checks), style.width)]),
  ].join('\n');
}

function checkLine({ type, ok, from, to }: MoveCheck, style: Style): string {
  const word = ok ? style.good('ok    ') : style.bad('FAILED');
  const count = from.count === to.count ? String(from.count) : `${from.count}, but ${to.count} have arrived`;
  return `  ${word}  ${NAMES[type].padEnd(COLUMN)}  ${count}  ${style.dim(to.digest.slice(0, 12))}`;
}

function hintOf(checks: readonly MoveCheck[]): string {
  return checks.every(({ type, ok }) => ok || type === 'edges')
    ? 'Only what is derived differs: another version has derived it. `hearsay rebuild` on the first store brings it up to date; then run this again.'
    : 'Something was written while they were read. Run this again: what has arrived is not moved twice.';
}

/** The same for programs, with whole digests. */
export function moveJson(report: MoveReport): string {
  return JSON.stringify(report, null, 2);
}
