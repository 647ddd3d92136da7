import type { Claim } from '../domain/claim.ts';
import { copiesAmong } from '../domain/confidence/shingles.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Document, Evidence } from '../domain/entities.ts';
import { byCodeUnit, type DocumentId, type EvidenceId, type NodeId, type SourceId } from '../domain/ids.ts';
import { phraseOf } from './wording/terms.ts';
import type {
  ProvenanceEdgeModel,
  ProvenanceEdgeType,
  ProvenanceGraphModel,
  ProvenanceNodeModel,
  ProvenanceNodeType,
} from './models.ts';

/** The graph upstream of some claims, built from the dossier that holds them; nodes and edges in a fixed order. */
export function provenanceOf(claims: readonly Claim[], dossier: Dossier): ProvenanceGraphModel {
  const graph = new ProvenanceBuilder(dossier);
  for (const claim of claims) graph.addClaim(claim);
  graph.addCopies(claims);
  return graph.finish(relayersOf(claims, dossier));
}

/** Publishers that, in all these claims, only pass on what they name somebody else for. */
function relayersOf(claims: readonly Claim[], dossier: Dossier): ReadonlySet<SourceId> {
  const relays = new Set<SourceId>();
  const origins = new Set<SourceId>();
  for (const claim of claims) {
    const publisher = dossier.documents.get(claim.document)?.source;
    if (publisher !== undefined) (isRelay(claim, claims, dossier) ? relays : origins).add(publisher);
  }
  return new Set([...relays].filter((source) => !origins.has(source)));
}

// An attribution in a document covers what the same document says in the same sense without naming anybody.
function isRelay(claim: Claim, claims: readonly Claim[], dossier: Dossier): boolean {
  if ((dossier.documents.get(claim.document)?.derivedFrom.length ?? 0) > 0) return true;
  return claims.some(
    (other) =>
      other.document === claim.document &&
      other.stance === claim.stance &&
      other.subject === claim.subject &&
      other.object === claim.object &&
      other.attributedTo.length > 0,
  );
}

class ProvenanceBuilder {
  readonly #dossier: Dossier;
  readonly #nodes = new Map<NodeId, Omit<ProvenanceNodeModel, 'root'>>();
  readonly #edges = new Map<string, ProvenanceEdgeModel>();

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  addClaim(claim: Claim): void {
    this.#node(claim.id, claimLabel(claim), 'CLAIM');
    this.#edge(claim.id, claim.document, 'STATED_IN');
    this.#addDocument(claim.document);
    let from: NodeId = claim.id;
    for (const { source, document } of claim.attributedTo) {
      const to: NodeId = document ?? source;
      if (document === null) this.#addSource(source);
      else this.#addDocument(document);
      this.#edge(from, to, 'ATTRIBUTED_TO');
      from = to;
    }
    for (const cited of claim.evidence) {
      this.#edge(claim.id, cited.evidence, cited.stance === 'SUPPORTS' ? 'SUPPORTED_BY' : 'MENTIONS');
      this.#addEvidence(cited.evidence);
    }
  }

  addCopies(claims: readonly Claim[]): void {
    const documents = [...new Set(claims.map((claim) => claim.document))].flatMap(
      (id) => this.#dossier.documents.get(id) ?? [],
    );
    for (const [copy, original] of copiesAmong(documents)) {
      this.#addDocument(original);
      this.#edge(copy, original, 'COPIED_FROM');
    }
  }

  finish(relayers: ReadonlySet<SourceId>): ProvenanceGraphModel {
    const edges = [...this.#edges.values()].sort(
      (x, y) => byCodeUnit(x.from, y.from) || byCodeUnit(x.to, y.to) || byCodeUnit(x.type, y.type),
    );
    const onward = new Set(edges.map((edge) => edge.from));
    const nodes = [...this.#nodes.values()]
      .sort((x, y) => byCodeUnit(x.id, y.id))
      .map((node) => ({ ...node, root: !onward.has(node.id) && !relayers.has(node.id as SourceId) }));
    return { nodes, edges };
  }

  #addDocument(id: DocumentId): void {
    const document = this.#dossier.documents.get(id);
    if (document === undefined || this.#nodes.has(id)) return;
    this.#node(id, documentLabel(document, this.#dossier), 'DOCUMENT');
    this.#edge(id, document.source, 'PUBLISHED_BY');
    this.#addSource(document.source);
    for (const origin of document.derivedFrom) {
      if (!this.#dossier.documents.has(origin)) continue;
      this.#edge(id, origin, 'DERIVED_FROM');
      this.#addDocument(origin);
    }
  }

  #addSource(id: SourceId): void {
    this.#node(id, this.#dossier.sources.get(id)?.name ?? id, 'SOURCE');
  }

  #addEvidence(id: EvidenceId): void {
    const evidence = this.#dossier.evidence.get(id);
    this.#node(id, evidence === undefined ? id : evidenceLabel(evidence), 'EVIDENCE');
    if (evidence?.document == null) return;
    this.#edge(id, evidence.document, 'SHOWN_IN');
    this.#addDocument(evidence.document);
  }

  #node(id: NodeId, label: string, type: ProvenanceNodeType): void {
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, label, type });
  }

  #edge(from: NodeId, to: NodeId, type: ProvenanceEdgeType): void {
    this.#edges.set(`${from} ${to} ${type}`, { from, to, type });
  }
}

function claimLabel(claim: Claim): string {
  return `${claim.stance.toLowerCase()} ${phraseOf(claim.kind)}, ${claim.modality.toLowerCase()}`;
}

function documentLabel(document: Document, dossier: Dossier): string {
  return (
    document.title ?? `untitled document of ${dossier.sources.get(document.source)?.name ?? document.source}`
  );
}

function evidenceLabel(evidence: Evidence): string {
  return evidence.description ?? evidence.kind.toLowerCase().replace('_', ' ');
}
