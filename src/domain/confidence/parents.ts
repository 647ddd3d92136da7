import type { Document, Source } from '../entities.ts';
import { byCodeUnit, type PersonId } from '../ids.ts';
import { middleDay } from '../time.ts';
import type { Side, Statement } from './statements.ts';

/** Whom somebody has something from, and which document of theirs when it is known. */
export interface Cited {
  readonly source: Source;
  readonly document: Document | null;
}

/** The own voice of a party, or else the source. */
export function voiceOf(source: Source, parties: readonly PersonId[]): string {
  return source.person !== null && parties.includes(source.person) ? source.person : source.id;
}

/** Finds the statement on file that another one repeats. */
export class Parents {
  readonly #statements: readonly Statement[];
  readonly #parties: readonly PersonId[];
  readonly #byVoice = new Map<string, number[]>();
  #stated: ReadonlyMap<Document, ReadonlySet<Side>> | null = null;

  constructor(statements: readonly Statement[], parties: readonly PersonId[]) {
    this.#statements = statements;
    this.#parties = parties;
    for (const [at, { publisher, speaker }] of statements.entries()) {
      const voice = voiceOf(publisher, parties);
      this.#add(voice, at);
      if (speaker !== null && speaker !== voice) this.#add(speaker, at);
    }
  }

  /**
   * The index of what a statement repeats, −1 when it is not on file: said by the source cited, on the
   * same side, in the document cited if one is. The same kind comes first, then the latest that was there to be
   * repeated, then what is nearer to an origin.
   */
  of(own: Statement, { source, document }: Cited): number {
    let best = -1;
    for (const at of this.#byVoice.get(voiceOf(source, this.#parties)) ?? []) {
      const other = this.#statements[at] as Statement;
      // No document repeats itself.
      if (other.side !== own.side || other.document === own.document) continue;
      if (document !== null && other.document !== document) continue;
      if (best < 0 || isNearer(other, this.#statements[best] as Statement, own)) best = at;
    }
    return best;
  }

  /** True when the document takes the same side. */
  isStatedIn(document: Document, { side }: Statement): boolean {
    this.#stated ??= sidesOf(this.#statements);
    return this.#stated.get(document)?.has(side) === true;
  }

  #add(voice: string, at: number): void {
    const known = this.#byVoice.get(voice);
    if (known === undefined) this.#byVoice.set(voice, [at]);
    else known.push(at);
  }
}

/** Which sides documents take. */
function sidesOf(statements: readonly Statement[]): ReadonlyMap<Document, ReadonlySet<Side>> {
  const stated = new Map<Document, Set<Side>>();
  for (const { document, side } of statements) {
    const known = stated.get(document);
    if (known === undefined) stated.set(document, new Set([side]));
    else known.add(side);
  }
  return stated;
}

function isNearer(one: Statement, other: Statement, own: Statement): boolean {
  if ((one.kind === own.kind) !== (other.kind === own.kind)) return one.kind === own.kind;
  const ahead = middleDay(own.date) - middleDay(one.date);
  const otherAhead = middleDay(own.date) - middleDay(other.date);
  if (ahead >= 0 !== otherAhead >= 0) return ahead >= 0;
  if (ahead !== otherAhead) return Math.abs(ahead) < Math.abs(otherAhead);
  const hops = one.claim.attributedTo.length - other.claim.attributedTo.length;
  return (hops || byCodeUnit(one.claim.id, other.claim.id)) < 0;
}
