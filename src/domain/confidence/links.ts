import type { Attribution } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { Document, Source } from '../entities.ts';
import { byCodeUnit, type DocumentId, type PersonId } from '../ids.ts';
import { middleDay } from '../time.ts';
import type { Parameters } from './parameters.ts';
import { copiesAmong } from './shingles.ts';
import { present, type Statement } from './statements.ts';

/** One hop upstream of a statement: whom it has it from. */
export interface Link {
  readonly source: Source;
  readonly document: Document | null;
  /** The statement on file that it repeats, as an index; −1 when none is. */
  readonly parent: number;
  /** Found by comparing texts, which is never chained. */
  readonly textual: boolean;
}

type Step = Omit<Link, 'parent'>;

/** Statements of any side about one pair and family, or one person, with what may link them. */
export interface Topic {
  readonly statements: readonly Statement[];
  readonly parties: readonly PersonId[];
  readonly dossier: Dossier;
  readonly parameters: Parameters;
}

/** The own voice of a party, or else the source. */
export function voiceOf(source: Source, parties: readonly PersonId[]): string {
  return source.person !== null && parties.includes(source.person) ? source.person : source.id;
}

const NONE: readonly Link[] = [];

/** The links of every statement, nearest first, in the order of the statements; an origin has none. */
export function linksOf(topic: Topic): readonly (readonly Link[])[] {
  const steps = stepsOf(topic);
  if (steps === null) return topic.statements.map(() => NONE);
  const index = indexOf(topic);
  return steps.map((own, of) => {
    const links = own.map((step) => ({ ...step, parent: parentOf(step, of, topic, index, steps) }));
    return links.length === 0 ? NONE : upstream(links, of, topic, index, steps);
  });
}

/** Null when nothing is taken from anywhere, the common case. */
function stepsOf(topic: Topic): readonly (readonly Step[])[] | null {
  const { statements } = topic;
  const covers = coversOf(statements);
  const copies = copiesOf(topic);
  const taken = ({ document }: Statement): boolean =>
    document.derivedFrom.length > 0 || copies.has(document.id);
  if (covers === null && !statements.some(taken)) return null;
  return statements.map((statement) => stepsUp(statement, covers, copies, topic));
}

/** What documents attribute, by document and side; null when nothing is attributed. */
type Covers = ReadonlyMap<string, readonly Attribution[]>;

function coversOf(statements: readonly Statement[]): Covers | null {
  const covers = new Map<string, readonly Attribution[]>();
  for (const statement of statements) {
    const { attributedTo } = statement.claim;
    if (attributedTo.length === 0) continue;
    const key = coverKey(statement);
    const known = covers.get(key);
    // The choice looks at the words only, never at reliability: a better source must not change who covers whom.
    if (known === undefined || byChain(attributedTo, known) < 0) covers.set(key, attributedTo);
  }
  return covers.size === 0 ? null : covers;
}

function coverKey({ side, document }: Statement): string {
  return `${side} ${document.id}`;
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

function stepsUp(
  statement: Statement,
  covers: Covers | null,
  copies: ReadonlyMap<DocumentId, DocumentId>,
  topic: Topic,
): readonly Step[] {
  const { claim, document, speaker } = statement;
  // People vouch for what they say about themselves, wherever they have the words from.
  if (speaker !== null && claim.onRecord === null) return [];
  const named =
    speaker === null && claim.attributedTo.length === 0
      ? covers?.get(coverKey(statement))
      : claim.attributedTo;
  const steps = (named ?? []).map((step) => stepTo(step, topic.dossier));
  // "X told us" and "X's representative told us" are no hops of their own: the quote is X's word already.
  const hops = claim.onRecord === null ? steps : steps.filter((step) => step.source.person === null);
  if (hops.length > 0) return hops;
  const derived = derivationOf(document, statement, topic);
  if (derived !== null) return [derived];
  const original = copies.get(document.id);
  return original === undefined ? [] : documentStep(original, topic.dossier, true);
}

function stepTo({ source, document }: Attribution, dossier: Dossier): Step {
  return {
    source: present(dossier.sources.get(source), source),
    document: document === null ? null : (dossier.documents.get(document) ?? null),
    textual: false,
  };
}

function documentStep(id: DocumentId, dossier: Dossier, textual: boolean): readonly Step[] {
  const document = dossier.documents.get(id);
  const source = document === undefined ? undefined : dossier.sources.get(document.source);
  return document === undefined || source === undefined ? [] : [{ source, document, textual }];
}

/** What a document says it is taken from: if several, one that states the same, then the earliest. */
function derivationOf(document: Document, statement: Statement, { statements, dossier }: Topic): Step | null {
  const states = ({ document: from }: Step): boolean =>
    statements.some(
      (other) => other.document === from && other.side === statement.side && other !== statement,
    );
  const day = ({ document: from }: Step): number =>
    from === null || from.published === null ? Number.MAX_SAFE_INTEGER : middleDay(from.published);
  const steps = document.derivedFrom.flatMap((id) => documentStep(id, dossier, false));
  const ranked = steps
    .map((step) => ({ step, rank: states(step) ? 0 : 1 }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        day(a.step) - day(b.step) ||
        byCodeUnit(a.step.document?.id ?? '', b.step.document?.id ?? ''),
    );
  return ranked[0]?.step ?? null;
}

/** Follows what the last document named is derived from, as far as no statement on file takes over. */
function upstream(
  links: readonly Link[],
  of: number,
  topic: Topic,
  index: ReadonlyMap<string, readonly number[]>,
  steps: readonly (readonly Step[])[],
): readonly Link[] {
  const all = [...links];
  const seen = new Set<DocumentId>();
  for (
    let last = all.at(-1);
    last !== undefined && last.parent < 0 && last.document !== null;
    last = all.at(-1)
  ) {
    if (seen.has(last.document.id)) break;
    seen.add(last.document.id);
    const next = derivationOf(last.document, topic.statements[of] as Statement, topic);
    if (next === null || seen.has(next.document?.id as DocumentId)) break;
    all.push({ ...next, parent: parentOf(next, of, topic, index, steps) });
  }
  return all;
}

function indexOf({ statements, parties }: Topic): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  const add = (key: string, at: number): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [at]);
    else known.push(at);
  };
  for (const [at, { side, publisher, speaker }] of statements.entries()) {
    const voice = voiceOf(publisher, parties);
    add(`${side} ${voice}`, at);
    if (speaker !== null && speaker !== voice) add(`${side} ${speaker}`, at);
  }
  return index;
}

function parentOf(
  step: Step,
  of: number,
  { statements, parties }: Topic,
  index: ReadonlyMap<string, readonly number[]>,
  steps: readonly (readonly Step[])[],
): number {
  const own = statements[of] as Statement;
  const ownDay = middleDay(own.date);
  let best = -1;
  let bestRank: readonly (number | string)[] = [];
  for (const at of index.get(`${own.side} ${voiceOf(step.source, parties)}`) ?? []) {
    const other = statements[at] as Statement;
    if (at === of || (step.document !== null && other.document !== step.document)) continue;
    const rank = rankOf(other, own, ownDay, steps[at]?.length ?? 0);
    if (best < 0 || isBefore(rank, bestRank)) [best, bestRank] = [at, rank];
  }
  return best;
}

/** The same kind first, then the latest that was there to be repeated, then what is nearer to an origin. */
function rankOf(
  other: Statement,
  own: Statement,
  ownDay: number,
  hops: number,
): readonly (number | string)[] {
  const ahead = ownDay - middleDay(other.date);
  return [other.kind === own.kind ? 0 : 1, ahead >= 0 ? 0 : 1, Math.abs(ahead), hops, other.claim.id];
}

function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [at, value] of a.entries()) {
    const other = b[at] as number | string;
    if (value !== other) return value < other;
  }
  return false;
}
