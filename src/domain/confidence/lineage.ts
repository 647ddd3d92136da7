import type { Attribution, Claim } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { Source } from '../entities.ts';
import { speakerOf } from '../first-party.ts';
import { byCodeUnit, type DocumentId, type PersonId, type SourceId } from '../ids.ts';
import type { Parameters } from './parameters.ts';
import { reliabilityOf } from './reliability.ts';
import { copiesAmong } from './shingles.ts';

/** Where a claim comes from, as far as the dossier shows. */
export interface Lineage {
  /** Claims of one root count once. A person's own accounts and words have the person as root. */
  readonly root: PersonId | SourceId;
  readonly rootSource: SourceId;
  /** How many times it changed hands. */
  readonly hops: number;
  /** The reliability of the weakest hand it went through. */
  readonly reliability: number;
  /** Who says it themselves, when somebody concerned does. */
  readonly speaker: PersonId | null;
  /** The claims on file that it comes from; empty when it is an origin itself or the origin is not on file. */
  readonly origins: readonly Claim[];
  /** The document that is named as where it comes from, when no claim of the origin is on file. */
  readonly citedDocument: DocumentId | null;
}

interface Step {
  readonly source: SourceId;
  readonly document: DocumentId | null;
}

/** Longer chains than this are cut; each hop takes a share, so that nothing is left of them anyway. */
const MAX_HOPS = 32;

/** Traces claims of one stance about one pair, all of them together, since they may come from each other. */
export class LineageTracer {
  readonly #dossier: Dossier;
  readonly #parameters: Parameters;
  readonly #byDocument = new Map<DocumentId, Claim[]>();
  readonly #bySource = new Map<SourceId, Claim[]>();
  readonly #cover = new Map<DocumentId, readonly Attribution[]>();
  readonly #copies: ReadonlyMap<DocumentId, DocumentId>;

  constructor(claims: readonly Claim[], dossier: Dossier, parameters: Parameters) {
    this.#dossier = dossier;
    this.#parameters = parameters;
    for (const claim of claims) {
      push(this.#byDocument, claim.document, claim);
      push(this.#bySource, this.#publisher(claim.document), claim);
    }
    for (const [document, own] of this.#byDocument) this.#cover.set(document, shortestChain(own));
    const documents = [...this.#byDocument.keys()].flatMap((id) => dossier.documents.get(id) ?? []);
    this.#copies = copiesAmong(documents, parameters);
  }

  /** The lineage of one of the claims. */
  trace(claim: Claim): Lineage {
    const publisher = this.#publisher(claim.document);
    const speaker = speakerOf(claim, this.#dossier);
    if (speaker !== null) return this.#ownWords(claim, speaker, publisher);
    const path: SourceId[] = [publisher];
    let steps = this.#stepsFrom(claim);
    let origins: readonly Claim[] = [];
    let cited: DocumentId | null = null;
    for (let step = steps[0]; step !== undefined && path.length <= MAX_HOPS; step = steps[0]) {
      const again = path.indexOf(step.source);
      if (again >= 0) return this.#circular(path, path.slice(again));
      path.push(step.source);
      cited = step.document;
      steps = steps.slice(1);
      if (steps.length > 0) continue;
      origins = this.#claimsAt(step);
      steps = this.#stepsOfAll(origins);
    }
    const end = path.at(-1) ?? publisher;
    const said = origins.map((origin) => speakerOf(origin, this.#dossier)).find((person) => person !== null);
    return {
      ...this.#along(path),
      root: said ?? this.#source(end)?.person ?? end,
      rootSource: end,
      hops: path.length - 1,
      origins,
      citedDocument: origins.length === 0 ? cited : null,
    };
  }

  #along(path: readonly SourceId[]): Pick<Lineage, 'reliability' | 'speaker'> {
    return { reliability: Math.min(...path.map((id) => this.#reliability(id))), speaker: null };
  }

  // A source that has it from those who have it from that source has it at second hand at best.
  #circular(path: readonly SourceId[], cycle: readonly SourceId[]): Lineage {
    const root = [...cycle].sort(byCodeUnit)[0] as SourceId;
    const hops = Math.max(1, path.length - cycle.length);
    return { ...this.#along(path), root, rootSource: root, hops, origins: [], citedDocument: null };
  }

  #ownWords(claim: Claim, speaker: PersonId, publisher: SourceId): Lineage {
    const outlet = this.#reliability(publisher);
    const parameters = this.#parameters;
    const quoted =
      outlet < parameters.strongOutlet ? parameters.onRecordThroughWeakOutlet : parameters.onRecord;
    return {
      root: speaker,
      rootSource: publisher,
      hops: 0,
      reliability: claim.onRecord === null ? outlet : quoted,
      speaker,
      origins: [],
      citedDocument: null,
    };
  }

  /** The hands up from a claim: whom it names, whom its document names for the same, or whose text it is. */
  #stepsFrom(claim: Claim): readonly Step[] {
    if (speakerOf(claim, this.#dossier) !== null) return [];
    const named =
      claim.attributedTo.length > 0 ? claim.attributedTo : (this.#cover.get(claim.document) ?? []);
    if (named.length > 0) return named;
    const derivedFrom = this.#dossier.documents.get(claim.document)?.derivedFrom ?? [];
    const original = [...derivedFrom].sort(byCodeUnit)[0] ?? this.#copies.get(claim.document);
    return original === undefined ? [] : [{ source: this.#publisher(original), document: original }];
  }

  /** Where a source has it from that said it several times: nowhere, if it once said it by itself. */
  #stepsOfAll(claims: readonly Claim[]): readonly Step[] {
    const all = claims.map((claim) => this.#stepsFrom(claim));
    if (all.some((steps) => steps.length === 0)) return [];
    return shortest(all);
  }

  #claimsAt(step: Step): readonly Claim[] {
    return (
      (step.document === null ? this.#bySource.get(step.source) : this.#byDocument.get(step.document)) ?? []
    );
  }

  #publisher(document: DocumentId): SourceId {
    return this.#dossier.documents.get(document)?.source ?? (document as unknown as SourceId);
  }

  #source(id: SourceId): Source | null {
    return this.#dossier.sources.get(id) ?? null;
  }

  #reliability(id: SourceId): number {
    return reliabilityOf(this.#source(id), this.#parameters);
  }
}

function push<K>(map: Map<K, Claim[]>, key: K, claim: Claim): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [claim]);
  else list.push(claim);
}

/** What a document attributes covers what it says in the same sense without naming anybody. */
function shortestChain(claims: readonly Claim[]): readonly Attribution[] {
  return shortest(
    claims.filter((c) => c.attributedTo.length > 0 && c.onRecord === null).map((c) => c.attributedTo),
  );
}

function shortest<T extends Step>(chains: readonly (readonly T[])[]): readonly T[] {
  const keyed = chains.map((chain) => ({ chain, key: JSON.stringify(chain) }));
  keyed.sort((x, y) => x.chain.length - y.chain.length || byCodeUnit(x.key, y.key));
  return keyed[0]?.chain ?? [];
}
