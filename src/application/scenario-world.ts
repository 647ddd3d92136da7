import { pairOf, storedOrder, type Claim, type Pair } from '../domain/claim.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Document, Evidence, EvidenceKind, Person, PersonFacts, Source } from '../domain/entities.ts';
import { unreachable } from '../domain/errors.ts';
import type { ClaimId, DocumentId, EvidenceId, PersonId, SourceId } from '../domain/ids.ts';
import { parseInstant } from '../domain/time.ts';
import type { Scenario, ScenarioClaim, ScenarioEvidenceKind, ScenarioSource } from './scenario-format.ts';

/** A scenario as the engine takes it, and whom it asks about. */
export interface ScenarioWorld {
  readonly dossier: Dossier;
  readonly pair: Pair;
  /** Who is single or not, where that is the question. */
  readonly person: PersonId;
}

/** Everything in a scenario was on record before anybody asked. */
const RECORDED_AT = parseInstant('1000-01-01T00:00:00Z');

/** Scenarios have names of their own for two kinds. */
function evidenceKindOf(kind: ScenarioEvidenceKind): EvidenceKind {
  if (kind === 'PHOTO_TOGETHER') return 'PHOTO';
  return kind === 'INTERVIEW_QUOTE' ? 'INTERVIEW' : kind;
}

/** Builds the world of a scenario: its claims about one pair with the documents, sources and evidence behind them. */
export function worldOf(scenario: Scenario): ScenarioWorld {
  const [first, second] = coupleOf(scenario.claims);
  const builder = new WorldBuilder(scenario.claims, [first, second]);
  const claims = scenario.claims.map((claim, at) => builder.claim(claim, at));
  const single = scenario.claims.find(({ kind, person }) => kind === 'SINGLE' && person !== null);
  const pair =
    scenario.ask === 'PARENT_OF'
      ? { a: personId(first), b: personId(second) }
      : pairOf(personId(first), personId(second));
  return { dossier: builder.dossier(claims), pair, person: personId(single?.person ?? first) };
}

/** The two whom a scenario is about: X and Y, unless only others are named. */
function coupleOf(claims: readonly ScenarioClaim[]): readonly [string, string] {
  const named = [...new Set(claims.flatMap(({ person }) => (person === null ? [] : [person])))];
  if (named.length === 0 || named.includes('X') || named.includes('Y')) return ['X', 'Y'];
  return [named[0] ?? 'X', named[1] ?? 'Y'];
}

function personId(name: string): PersonId {
  return `person/${name}` as PersonId;
}

class WorldBuilder {
  readonly #claims: readonly ScenarioClaim[];
  readonly #couple: readonly [string, string];
  readonly #people = new Map<PersonId, PersonFacts>();
  readonly #documents = new Map<DocumentId, Document>();
  readonly #sources = new Map<SourceId, Source>();
  readonly #evidence = new Map<EvidenceId, Evidence>();

  constructor(claims: readonly ScenarioClaim[], couple: readonly [string, string]) {
    this.#claims = claims;
    this.#couple = couple;
    for (const name of couple) this.#person(name);
  }

  dossier(claims: readonly Claim[]): Dossier {
    return {
      claims,
      people: this.#people,
      documents: this.#documents,
      sources: this.#sources,
      evidence: this.#evidence,
      truncated: false,
    };
  }

  claim(claim: ScenarioClaim, at: number): Claim {
    const [first, second] = this.#couple;
    const isSingle = claim.kind === 'SINGLE';
    const alone = isSingle ? (claim.person ?? first) : first;
    const [subject, object] = storedOrder(
      claim.kind,
      this.#person(alone),
      isSingle ? null : this.#person(second),
    );
    return {
      id: `claim/${String(at).padStart(6, '0')}` as ClaimId,
      kind: claim.kind,
      subject,
      object,
      stance: claim.stance,
      modality: claim.modality,
      document: this.#document(claim, at),
      attributedTo: claim.attributedTo.map((step) => ({
        source: this.#source(step, this.#voiceOf(step.source, claim.person)),
        document: null,
      })),
      anonymousInsider: claim.insider,
      onRecord: this.#onRecord(claim),
      evidence: claim.evidence.map(({ id, kind, stance }) => ({ evidence: this.#cited(id, kind), stance })),
      locator: null,
      quote: null,
      validFrom: claim.validFrom,
      validTo: claim.validTo,
      assertedAt: claim.assertedAt,
      recordedAt: RECORDED_AT,
      recordedBy: 'scenario',
      retraction: null,
      subjectMention: null,
      objectMention: null,
    };
  }

  #onRecord({ quoteOf, person }: ScenarioClaim): Claim['onRecord'] {
    if (quoteOf === null) return null;
    const isParty = this.#couple.includes(quoteOf);
    const speaker = person ?? (isParty ? quoteOf : this.#couple[0]);
    return { person: this.#person(speaker), as: quoteOf === speaker ? 'SELF' : 'REPRESENTATIVE' };
  }

  #document(claim: ScenarioClaim, at: number): DocumentId {
    const id = documentId(claim, at);
    if (!this.#documents.has(id)) {
      const source = this.#source(claim, claim.person ?? this.#voiceOf(claim.source, null));
      this.#documents.set(id, {
        id,
        url: null,
        title: null,
        source,
        published: claim.assertedAt,
        retrievedAt: null,
        contentHash: null,
        derivedFrom: this.#originals(claim),
        shingles: null,
        citesHearsay: false,
        names: [],
      });
    }
    return id;
  }

  /** The documents of the source that a text is copied from; one is made up when it says nothing itself. */
  #originals({ copiedFrom }: ScenarioClaim): readonly DocumentId[] {
    if (copiedFrom === null) return [];
    const own = this.#claims.flatMap((claim, at) =>
      claim.source === copiedFrom ? [documentId(claim, at)] : [],
    );
    if (own.length > 0) return [...new Set(own)];
    const id = `document/copied/${copiedFrom}` as DocumentId;
    const source = this.#source({ source: copiedFrom, outletType: 'UNKNOWN', reliability: null }, copiedFrom);
    const nothing = {
      url: null,
      title: null,
      published: null,
      retrievedAt: null,
      contentHash: null,
      shingles: null,
    };
    this.#documents.set(id, { ...nothing, id, source, derivedFrom: [], citesHearsay: false, names: [] });
    return [id];
  }

  /** Whose word a first-party source is: a party of that name, or whom the claim gives, or whose representative. */
  #voiceOf(source: string, person: string | null): string {
    if (this.#couple.includes(source)) return source;
    return person ?? this.#couple.find((name) => source.endsWith(name)) ?? this.#couple[0];
  }

  /** `person` matters to first-party sources only, whose name two people may share ("rep"). */
  #source({ source: name, outletType, reliability }: ScenarioSource, person: string): SourceId {
    const id = `source/${outletType === 'FIRST_PARTY' ? `${person}/` : ''}${name}` as SourceId;
    const known = this.#sources.get(id);
    if (known === undefined || (known.reliability === null && reliability !== null)) {
      this.#sources.set(id, {
        ...this.#typed(outletType, person),
        id,
        name,
        domain: null,
        reliability,
      });
    }
    return id;
  }

  #typed(type: ScenarioSource['outletType'], person: string): Pick<Source, 'kind' | 'outletType' | 'person'> {
    switch (type) {
      case 'FIRST_PARTY':
        return { kind: 'PERSON', outletType: null, person: this.#person(person) };
      case 'PUBLIC_RECORD':
      case 'DATASET':
      case 'ANONYMOUS':
      case 'SOCIAL_ACCOUNT':
        return { kind: type, outletType: null, person: null };
      case 'UNKNOWN':
        return { kind: 'OUTLET', outletType: null, person: null };
      case 'TABLOID':
      case 'CELEBRITY_MAGAZINE':
      case 'NEWS':
      case 'TRADE':
      case 'FANDOM':
        return { kind: 'OUTLET', outletType: type, person: null };
      default:
        return unreachable(type);
    }
  }

  #person(name: string): PersonId {
    const id = personId(name);
    if (!this.#people.has(id)) {
      const unknown = { aliases: [], handles: [], birthDate: null, birthDateDocument: null };
      const externalIds = { wikidata: null, imdb: null, tmdb: null };
      const person: Person = { ...unknown, id, name, externalIds, privacy: 'PUBLIC_FIGURE' };
      this.#people.set(id, { person, knownSince: null });
    }
    return id;
  }

  #cited(name: string, kind: ScenarioEvidenceKind): EvidenceId {
    const id = `evidence/${name}` as EvidenceId;
    if (!this.#evidence.has(id)) {
      const unknown = { url: null, description: null, capturedAt: null, document: null };
      this.#evidence.set(id, { ...unknown, id, kind: evidenceKindOf(kind), availability: 'UNKNOWN' });
    }
    return id;
  }
}

// Two sources cannot share a document, whatever a scenario calls it.
function documentId({ document, source }: ScenarioClaim, at: number): DocumentId {
  return (document === null ? `document/own/${at}` : `document/${source}/${document}`) as DocumentId;
}
