import type { EvidenceId, SourceId } from '../ids.ts';
import { middleDay, type EdtfDate } from '../time.ts';
import type { Topic } from './links.ts';
import { logit } from './log-odds.ts';
import { originsOf, type Origin } from './origins.ts';
import type { Parameters } from './parameters.ts';
import { reliabilityOf } from './reliability.ts';
import { earlierOf, present, type Statement } from './statements.ts';

/** A statement, or a piece of evidence that it cites, with what it weighs before time takes its part. */
export interface Item {
  readonly statement: Statement;
  /** Null for the statement itself. */
  readonly evidence: EvidenceId | null;
  /** What counts once: the root, or the piece of evidence. */
  readonly group: string;
  readonly source: SourceId | null;
  /** In log-odds. */
  readonly weight: number;
  /** It names only one of the two people asked about, and counts for less. */
  readonly oneSided: boolean;
  /** When its root vouched for it, or when it ended; and the middle of that date, in days. */
  readonly date: EdtfDate;
  readonly day: number;
  /** When its root said it. */
  readonly said: EdtfDate;
  /** Somebody concerned, a register, or a picture that cannot mean anything else stands behind it. */
  readonly hard: boolean;
}

interface Standing {
  readonly weight: number;
  readonly hops: number;
  readonly reliability: number;
  readonly date: EdtfDate;
  readonly said: EdtfDate;
  /** It comes from a document that cites Hearsay, which must not become its own witness. */
  readonly barred: boolean;
}

/** Everything that the statements of a topic bring, each statement before its evidence. */
export function itemsOf(topic: Topic): readonly Item[] {
  if (topic.statements.length === 0) return [];
  const origins = originsOf(topic);
  const standings = new Standings(topic, origins);
  return topic.statements.flatMap((statement, at) => {
    const standing = standings.of(at);
    if (standing.barred) return [];
    const origin = origins[at] as Origin;
    const main = mainItem(statement, standing, origin, topic);
    const cited = statement.claim.evidence;
    return cited.length === 0 ? [main] : [main, ...evidenceItems(main, standing, topic)];
  });
}

function mainItem(statement: Statement, standing: Standing, origin: Origin, topic: Topic): Item {
  const { weight, date, said } = standing;
  return {
    statement,
    evidence: null,
    group: origin.root,
    source: origin.rootSource.id,
    weight,
    oneSided: false,
    date,
    day: middleDay(date),
    said,
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

/** Weights and dates along the lines of descent. Outside of circles those lines never meet themselves. */
class Standings {
  readonly #topic: Topic;
  readonly #origins: readonly Origin[];
  readonly #known: (Standing | undefined)[] = [];

  constructor(topic: Topic, origins: readonly Origin[]) {
    this.#topic = topic;
    this.#origins = origins;
  }

  of(at: number): Standing {
    const known = this.#known[at];
    if (known !== undefined) return known;
    const standing = this.#found(at);
    this.#known[at] = standing;
    return standing;
  }

  #found(at: number): Standing {
    const { statements, parameters } = this.#topic;
    const statement = statements[at] as Statement;
    const { links, circle } = this.#origins[at] as Origin;
    let hops = links.length;
    let reliability = this.#ownReliability(at);
    let weightCeiling = Infinity;
    let { date } = statement;
    let said = statement.claim.assertedAt;
    let barred = false;
    for (const [index, { parent, document }] of links.entries()) {
      if (document !== null) {
        barred ||= document.citesHearsay;
        if (parent < 0 && document.published !== null)
          [date, said] = [earlierOf(date, document.published), earlierOf(said, document.published)];
      }
      if (parent < 0 || circle.has(parent)) continue;
      const above = this.of(parent);
      hops = Math.max(hops, index + 1 + above.hops);
      reliability = Math.min(reliability, above.reliability);
      weightCeiling = Math.min(weightCeiling, parameters.hop ** (index + 1) * above.weight);
      [date, said] = [earlierOf(date, above.date), earlierOf(said, above.said)];
      barred ||= above.barred;
    }
    for (const mate of circle) {
      const other = statements[mate] as Statement;
      weightCeiling = Math.min(
        weightCeiling,
        parameters.hop * this.#weight(mate, this.#ownReliability(mate), 0),
      );
      [date, said] = [earlierOf(date, other.date), earlierOf(said, other.claim.assertedAt)];
    }
    const weight = Math.min(this.#weight(at, reliability, hops), weightCeiling);
    return {
      weight,
      hops,
      reliability,
      said,
      barred,
      date: statement.side === 'ENDS' && statement.until !== null ? statement.date : date,
    };
  }

  #weight(at: number, reliability: number, hops: number): number {
    const { prior, reliabilityCeiling, modality, insider, hop } = this.#topic.parameters;
    const { claim } = this.#topic.statements[at] as Statement;
    const q = Math.min(Math.max(reliability, prior), reliabilityCeiling);
    return (
      (logit(q) - logit(prior)) *
      modality[claim.modality] *
      (claim.anonymousInsider ? insider : 1) *
      hop ** hops
    );
  }

  /** The least reliable of the publisher and whom it names; of words on record, how surely they were said. */
  #ownReliability(at: number): number {
    const { parameters } = this.#topic;
    const { publisher, claim, speaker } = this.#topic.statements[at] as Statement;
    let least = this.#reliability(publisher);
    for (const { source } of (this.#origins[at] as Origin).links)
      least = Math.min(least, this.#reliability(source));
    if (claim.onRecord === null || speaker === null) return least;
    return least < parameters.strongOutlet ? parameters.onRecordInWeakOutlet : parameters.onRecord;
  }

  /** People know about themselves; about others they are as good as anybody who is not known. */
  #reliability(source: Topic['statements'][number]['publisher']): number {
    const { parameters, parties } = this.#topic;
    const stranger =
      source.person !== null && !parties.includes(source.person) && source.reliability === null;
    return stranger ? parameters.unknownSource : reliabilityOf(source, parameters);
  }
}
