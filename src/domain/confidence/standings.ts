import type { Source } from '../entities.ts';
import type { EdtfDate } from '../time.ts';
import type { Topic } from './links.ts';
import { logit } from './log-odds.ts';
import type { Origin } from './origins.ts';
import { reliabilityOf } from './reliability.ts';
import { earlierOf, type Statement } from './statements.ts';

/** What a statement is worth by its line of descent. */
export interface Standing {
  /** In log-odds. */
  readonly weight: number;
  readonly hops: number;
  /** Of the weakest hand that it went through. */
  readonly reliability: number;
  /** When its root vouched for it, or when it ended. */
  readonly date: EdtfDate;
  /** When its root said it. */
  readonly said: EdtfDate;
  /** It comes from a document that cites Hearsay, which must not become its own witness. */
  readonly barred: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Weights and dates along the lines of descent. Outside of circles those lines never meet themselves. */
export class Standings {
  readonly #topic: Topic;
  readonly #origins: readonly Origin[];
  readonly #known: (Standing | undefined)[] = [];
  readonly #prior: number;

  constructor(topic: Topic, origins: readonly Origin[]) {
    this.#topic = topic;
    this.#origins = origins;
    this.#prior = logit(topic.parameters.prior);
  }

  of(at: number): Standing {
    return (this.#known[at] ??= this.#found(at));
  }

  #found(at: number): Standing {
    const statement = this.#topic.statements[at] as Statement;
    const { links, circle } = this.#origins[at] as Origin;
    const { date } = statement;
    const said = statement.claim.assertedAt;
    const reliability = this.#ownReliability(at);
    const standing: Mutable<Standing> = { weight: Infinity, hops: 0, reliability, date, said, barred: false };
    if (links.length > 0) this.#descend(standing, at);
    if (circle.size > 0) this.#goRound(standing, circle);
    standing.weight = Math.min(standing.weight, this.#weight(at, standing.reliability, standing.hops));
    // An ending has the date that it states, however many pass it on.
    if (statement.side === 'ENDS' && statement.until !== null) standing.date = date;
    return standing;
  }

  /** A relay stands no higher than whatever it repeats, a hop further down, and is no younger. */
  #descend(standing: Mutable<Standing>, at: number): void {
    const { links, circle } = this.#origins[at] as Origin;
    const { hop } = this.#topic.parameters;
    standing.hops = links.length;
    for (const [index, { parent, document }] of links.entries()) {
      standing.barred ||= document?.citesHearsay === true;
      if (parent < 0 && document !== null && document.published !== null) {
        this.#date(standing, document.published, document.published);
      }
      if (parent < 0 || circle.has(parent)) continue;
      const above = this.of(parent);
      standing.hops = Math.max(standing.hops, index + 1 + above.hops);
      standing.reliability = Math.min(standing.reliability, above.reliability);
      standing.weight = Math.min(standing.weight, hop ** (index + 1) * above.weight);
      standing.barred ||= above.barred;
      this.#date(standing, above.date, above.said);
    }
  }

  /** Where everybody has it from the next, nobody stands higher than one hop below the weakest of them. */
  #goRound(standing: Mutable<Standing>, circle: ReadonlySet<number>): void {
    const { hop } = this.#topic.parameters;
    for (const mate of circle) {
      const { date, claim } = this.#topic.statements[mate] as Statement;
      standing.weight = Math.min(standing.weight, hop * this.#weight(mate, this.#ownReliability(mate), 0));
      this.#date(standing, date, claim.assertedAt);
    }
  }

  #date(standing: Mutable<Standing>, date: EdtfDate, said: EdtfDate): void {
    standing.date = earlierOf(standing.date, date);
    standing.said = earlierOf(standing.said, said);
  }

  #weight(at: number, reliability: number, hops: number): number {
    const { prior, reliabilityCeiling, modality, insider, hop } = this.#topic.parameters;
    const { claim } = this.#topic.statements[at] as Statement;
    const trusted = Math.min(Math.max(reliability, prior), reliabilityCeiling);
    const weight = (logit(trusted) - this.#prior) * modality[claim.modality];
    return weight * (claim.anonymousInsider ? insider : 1) * hop ** hops;
  }

  /** The least reliable of the publisher and whom it names; of words on record, how surely they were said. */
  #ownReliability(at: number): number {
    const { parameters, statements } = this.#topic;
    const { publisher, claim, speaker } = statements[at] as Statement;
    let least = this.#reliability(publisher);
    const { links } = this.#origins[at] as Origin;
    for (const { source } of links) least = Math.min(least, this.#reliability(source));
    if (claim.onRecord === null || speaker === null) return least;
    return least < parameters.strongOutlet ? parameters.onRecordInWeakOutlet : parameters.onRecord;
  }

  /** People know about themselves; about others they are as good as anybody who is not known. */
  #reliability(source: Source): number {
    const { parameters, parties } = this.#topic;
    const isStranger = source.person !== null && !parties.includes(source.person);
    return isStranger && source.reliability === null
      ? parameters.unknownSource
      : reliabilityOf(source, parameters);
  }
}
