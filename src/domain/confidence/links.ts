import type { Attribution } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { Document } from '../entities.ts';
import { byCodeUnit, type DocumentId, type PersonId } from '../ids.ts';
import { middleDay } from '../time.ts';
import type { Parameters } from './parameters.ts';
import { Parents, type Cited } from './parents.ts';
import { copiesAmong } from './shingles.ts';
import { present, type Side, type Statement } from './statements.ts';

/** One hop upstream of a statement: whom it has it from. */
export interface Link extends Cited {
  /** The statement on file that it repeats, as an index; −1 when none is. */
  readonly parent: number;
  /** Found by comparing texts, which is never chained. */
  readonly textual: boolean;
}

/** Statements of any side about one pair and family, or about one person. */
export interface Topic {
  readonly statements: readonly Statement[];
  readonly parties: readonly PersonId[];
  readonly dossier: Dossier;
  readonly parameters: Parameters;
}

const NONE: readonly Link[] = [];

/** The links of every statement, nearest first, in the order of the statements; null when all are origins. */
export function linksOf(topic: Topic): readonly (readonly Link[])[] | null {
  const covers = coversOf(topic.statements);
  const copies = copiesOf(topic);
  const isTaken = ({ document }: Statement): boolean =>
    document.derivedFrom.length > 0 || copies.has(document.id);
  if (covers === null && !topic.statements.some(isTaken)) return null;
  const tracer = new LinkTracer(topic, covers, copies);
  return topic.statements.map((statement) => tracer.linksUp(statement));
}

/** What documents attribute, by side and document. */
type Covers = Readonly<Record<Side, ReadonlyMap<Document, readonly Attribution[]>>>;

function coversOf(statements: readonly Statement[]): Covers | null {
  const covers: Record<Side, Map<Document, readonly Attribution[]>> = {
    SUPPORTS: new Map(),
    DENIES: new Map(),
    ENDS: new Map(),
  };
  let isEmpty = true;
  for (const { claim, document, side } of statements) {
    const { attributedTo } = claim;
    if (attributedTo.length === 0) continue;
    isEmpty = false;
    const ofSide = covers[side];
    const known = ofSide.get(document);
    // The choice looks at the words only, never at reliability: a better source must not change who covers whom.
    if (known === undefined || byChain(attributedTo, known) < 0) ofSide.set(document, attributedTo);
  }
  return isEmpty ? null : covers;
}

function byChain(a: readonly Attribution[], b: readonly Attribution[]): number {
  const text = (chain: readonly Attribution[]): string =>
    chain.map(({ source, document }) => `${source} ${document ?? ''}`).join('\n');
  return a.length - b.length || byCodeUnit(text(a), text(b));
}

function copiesOf({ statements, parameters }: Topic): ReadonlyMap<DocumentId, DocumentId> {
  const texts = new Map<DocumentId, Document>();
  for (const { document } of statements) if (document.shingles !== null) texts.set(document.id, document);
  return texts.size < 2 ? new Map() : copiesAmong([...texts.values()], parameters);
}

class LinkTracer {
  readonly #dossier: Dossier;
  readonly #covers: Covers | null;
  readonly #copies: ReadonlyMap<DocumentId, DocumentId>;
  readonly #parents: Parents;

  constructor(topic: Topic, covers: Covers | null, copies: ReadonlyMap<DocumentId, DocumentId>) {
    this.#dossier = topic.dossier;
    this.#covers = covers;
    this.#copies = copies;
    this.#parents = new Parents(topic.statements, topic.parties);
  }

  linksUp(statement: Statement): readonly Link[] {
    const { claim, document, speaker } = statement;
    // People vouch for what they say about themselves, wherever they have the words from.
    if (speaker !== null && claim.onRecord === null) return NONE;
    const named = this.#namedBy(statement);
    if (named.length > 0) return this.#derived(named, statement);
    const derived = this.#derivationOf(document, statement);
    if (derived !== null) return this.#derived([this.#link(derived, statement, false)], statement);
    const original = this.#copies.get(document.id);
    const copied = original === undefined ? null : this.#cited(original);
    return copied === null ? NONE : [this.#link(copied, statement, true)];
  }

  /** Whom a claim names, or else whom its document names for the same. */
  #namedBy(statement: Statement): Link[] {
    const { claim, document, speaker, side } = statement;
    const isCovered = speaker === null && claim.attributedTo.length === 0;
    const named = isCovered ? (this.#covers?.[side].get(document) ?? []) : claim.attributedTo;
    const links: Link[] = [];
    for (const step of named) {
      const source = present(this.#dossier.sources.get(step.source), step.source);
      // "X told us" and "X's representative told us" are no hops of their own: the quote is X's word already.
      if (claim.onRecord !== null && source.person !== null) continue;
      const cited = step.document === null ? null : (this.#dossier.documents.get(step.document) ?? null);
      links.push(this.#link({ source, document: cited }, statement, false));
    }
    return links;
  }

  #link(cited: Cited, of: Statement, textual: boolean): Link {
    return { source: cited.source, document: cited.document, parent: this.#parents.of(of, cited), textual };
  }

  /** Follows what the last document named is derived from, as far as no statement on file takes over. */
  #derived(all: Link[], of: Statement): readonly Link[] {
    if (all.at(-1)?.document === null) return all;
    const seen = new Set<Document>();
    for (let last = all.at(-1); last?.parent === -1 && last.document !== null; last = all.at(-1)) {
      seen.add(last.document);
      const next = this.#derivationOf(last.document, of);
      if (next === null || (next.document !== null && seen.has(next.document))) break;
      all.push(this.#link(next, of, false));
    }
    return all;
  }

  /** What a document says it is taken from: if several, one that states the same, then the earliest. */
  #derivationOf(document: Document, of: Statement): Cited | null {
    if (document.derivedFrom.length === 0) return null;
    const cited = document.derivedFrom.flatMap((id) => this.#cited(id) ?? []);
    if (cited.length < 2) return cited[0] ?? null;
    const ranked = cited.map((one) => ({
      cited: one,
      rank: this.#parents.isStatedIn(one.document, of) ? 0 : 1,
      day: one.document.published === null ? Infinity : middleDay(one.document.published),
    }));
    const byRank = (x: (typeof ranked)[number], y: (typeof ranked)[number]): number =>
      x.rank - y.rank ||
      (x.day === y.day ? byCodeUnit(x.cited.document.id, y.cited.document.id) : x.day - y.day);
    return ranked.sort(byRank)[0]?.cited ?? null;
  }

  #cited(id: DocumentId): (Cited & { readonly document: Document }) | null {
    const document = this.#dossier.documents.get(id);
    const source = document === undefined ? undefined : this.#dossier.sources.get(document.source);
    return document === undefined || source === undefined ? null : { source, document };
  }
}
