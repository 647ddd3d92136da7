import type { EvidenceId, SourceId } from '../ids.ts';
import { middleDay, type EdtfDate } from '../time.ts';
import type { Topic } from './links.ts';
import { originsOf, type Origin } from './origins.ts';
import type { Parameters } from './parameters.ts';
import { present, type Statement } from './statements.ts';
import { Standings, type Standing } from './standings.ts';

/** A statement, or a piece of evidence that it cites, with what it weighs before time takes its part. */
export interface Item {
  readonly statement: Statement;
  /** Null for the statement itself. */
  readonly evidence: EvidenceId | null;
  /** Who said it first. */
  readonly root: string;
  /** What counts once: the root, or the piece of evidence. */
  readonly group: string;
  readonly source: SourceId | null;
  /** In log-odds. */
  readonly weight: number;
  /** It names only one of the two people asked about, and counts for less. */
  readonly oneSided: boolean;
  /** The middle of the date when its root vouched for it, or when it ended, in days. */
  readonly day: number;
  /** When its root said it. */
  readonly said: EdtfDate;
  /** Somebody concerned, a register, or a picture that cannot mean anything else stands behind it. */
  readonly hard: boolean;
}

/** Everything that the statements of a topic bring, each statement before its evidence. */
export function itemsOf(topic: Topic): readonly Item[] {
  if (topic.statements.length === 0) return [];
  const origins = originsOf(topic);
  const standings = new Standings(topic, origins);
  const items: Item[] = [];
  for (const [at, statement] of topic.statements.entries()) {
    const standing = standings.of(at);
    if (standing.barred) continue;
    const main = mainItem(statement, standing, origins[at] as Origin, topic);
    items.push(main);
    if (statement.claim.evidence.length > 0) items.push(...evidenceItems(main, standing, topic));
  }
  return items;
}

function mainItem(statement: Statement, standing: Standing, origin: Origin, topic: Topic): Item {
  return {
    statement,
    evidence: null,
    root: origin.root,
    group: origin.root,
    source: origin.rootSource.id,
    weight: standing.weight,
    oneSided: false,
    day: middleDay(standing.date),
    said: standing.said,
    hard: isHard(statement, standing, topic.parameters),
  };
}

function isHard(
  { claim, speaker, publisher }: Statement,
  { hops, reliability }: Standing,
  parameters: Parameters,
): boolean {
  if (hops > 0 || (claim.modality !== 'CONFIRMED' && claim.modality !== 'REPORTED')) return false;
  if (claim.onRecord !== null && speaker !== null) return reliability >= parameters.onRecord;
  return speaker !== null || publisher.kind === 'PUBLIC_RECORD';
}

function evidenceItems(main: Item, { hops }: Standing, { dossier, parameters }: Topic): readonly Item[] {
  return main.statement.claim.evidence.flatMap(({ evidence: id, stance }) => {
    if (stance !== 'SUPPORTS') return [];
    const { kind } = present(dossier.evidence.get(id), id);
    const telling = kind === 'INTIMATE_PHOTO' || kind === 'PUBLIC_RECORD';
    const weight = parameters.evidence[kind] * parameters.hop ** hops;
    return [{ ...main, evidence: id, group: id, source: null, weight, hard: telling && hops === 0 }];
  });
}
