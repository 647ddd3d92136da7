import { EVIDENCE_KINDS } from '../domain/entities.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import {
  ANSWERS,
  CLAIM_KINDS,
  MODALITIES,
  PAIR_KINDS,
  STANCES,
  STATUSES,
  type Answer,
  type ClaimKind,
  type Modality,
  type PairKind,
  type RelationshipStatus,
  type Stance,
} from '../domain/kinds.ts';
import { parseDate, type EdtfDate } from '../domain/time.ts';

/** The types that a scenario gives to a source. */
export const SCENARIO_OUTLET_TYPES = [
  'TABLOID',
  'CELEBRITY_MAGAZINE',
  'NEWS',
  'TRADE',
  'FANDOM',
  'ANONYMOUS',
  'UNKNOWN',
  'SOCIAL_ACCOUNT',
  'DATASET',
  'PUBLIC_RECORD',
  'FIRST_PARTY',
] as const;
export type ScenarioOutletType = (typeof SCENARIO_OUTLET_TYPES)[number];

const SCENARIO_EVIDENCE_KINDS = ['PHOTO_TOGETHER', 'INTERVIEW_QUOTE', ...EVIDENCE_KINDS] as const;
/** The kinds that a scenario gives to evidence. */
export type ScenarioEvidenceKind = (typeof SCENARIO_EVIDENCE_KINDS)[number];

/** A source as a scenario names it. */
export interface ScenarioSource {
  readonly source: string;
  readonly outletType: ScenarioOutletType;
  readonly reliability: number | null;
}

/** A claim as a scenario gives it. */
export interface ScenarioClaim extends ScenarioSource {
  readonly kind: ClaimKind;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly assertedAt: EdtfDate;
  /** Claims with the same value stand in one document; null stands in one of its own. */
  readonly document: string | null;
  /** Whose own account or representative speaks, or who is single. */
  readonly person: string | null;
  /** Nearest first. */
  readonly attributedTo: readonly ScenarioSource[];
  readonly copiedFrom: string | null;
  readonly evidence: readonly {
    readonly id: string;
    readonly kind: ScenarioEvidenceKind;
    readonly stance: 'SUPPORTS' | 'NEUTRAL';
  }[];
  readonly validFrom: EdtfDate | null;
  readonly validTo: EdtfDate | null;
  readonly insider: boolean;
  readonly quoteOf: string | null;
}

/** What a sensible reader would take from a scenario: any of these, in this range; null means no number. */
export interface Expected {
  readonly status: readonly RelationshipStatus[];
  readonly answer: readonly Answer[];
  readonly confidence: readonly [number, number] | null;
}

/** A small world with a question. */
export interface Scenario {
  readonly name: string;
  readonly claims: readonly ScenarioClaim[];
  readonly asOf: EdtfDate;
  readonly ask: PairKind | 'SINGLE';
  readonly expect: Expected;
}

/** Reads scenarios from JSON. Throws INVALID_RECORD with the scenario and the field that is wrong. */
export function readScenarios(text: string): readonly Scenario[] {
  const value = parseJson(text);
  if (!Array.isArray(value)) throw invalid('The file', 'an array of scenarios', value);
  return value.map((one: unknown, at) => {
    const name =
      isRecord(one) && typeof one['name'] === 'string' ? `Scenario "${one['name']}"` : `Scenario ${at + 1}`;
    return readScenario(new Fields(one, name));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HearsayError(
      'INVALID_RECORD',
      `Expected an array of scenarios in JSON, but got ${shown(text.slice(0, 40))}`,
      {
        hint: 'docs/confidence.md describes the format.',
        cause,
      },
    );
  }
}

function readScenario(fields: Fields): Scenario {
  return {
    name: fields.text('name'),
    claims: fields.list('claims').map(readClaim),
    asOf: fields.date('asOf'),
    ask: fields.oneOf('ask', [...PAIR_KINDS, 'SINGLE']),
    expect: readExpected(fields.part('expect')),
  };
}

function readExpected(fields: Fields): Expected {
  return {
    status: fields.someOf('status', STATUSES),
    answer: fields.someOf('answer', ANSWERS),
    confidence: fields.range('confidence'),
  };
}

function readClaim(fields: Fields): ScenarioClaim {
  return {
    ...readSource(fields),
    kind: fields.oneOf('kind', CLAIM_KINDS),
    stance: fields.oneOf('stance', STANCES),
    modality: fields.oneOf('modality', MODALITIES),
    assertedAt: fields.date('assertedAt'),
    document: fields.has('document') ? fields.text('document') : null,
    person: fields.has('person') ? fields.text('person') : null,
    attributedTo: fields.has('attributedTo') ? fields.list('attributedTo').map(readSource) : [],
    copiedFrom: fields.has('copiedFrom') ? fields.text('copiedFrom') : null,
    evidence: fields.has('evidence') ? fields.list('evidence').map(readEvidence) : [],
    validFrom: fields.has('validFrom') ? fields.date('validFrom') : null,
    validTo: fields.has('validTo') ? fields.date('validTo') : null,
    insider: fields.has('insider') && fields.truth('insider'),
    quoteOf: fields.has('quoteOf') ? fields.text('quoteOf') : null,
  };
}

function readSource(fields: Fields): ScenarioSource {
  return {
    source: fields.text('source'),
    outletType: fields.oneOf('outletType', SCENARIO_OUTLET_TYPES),
    reliability: fields.has('reliability') ? fields.probability('reliability') : null,
  };
}

function readEvidence(fields: Fields): ScenarioClaim['evidence'][number] {
  return {
    id: fields.text('id'),
    kind: fields.oneOf('kind', SCENARIO_EVIDENCE_KINDS),
    stance: fields.oneOf('stance', ['SUPPORTS', 'NEUTRAL']),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object with its place in the file, for errors that can be found. */
class Fields {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #place: string;

  constructor(value: unknown, place: string) {
    if (!isRecord(value)) throw invalid(place, 'an object', value);
    this.#value = value;
    this.#place = place;
  }

  has(field: string): boolean {
    return this.#value[field] !== undefined && this.#value[field] !== null;
  }

  text(field: string): string {
    const value = this.#value[field];
    return typeof value === 'string' && value !== '' ? value : this.#refuse(field, 'a text', value);
  }

  truth(field: string): boolean {
    const value = this.#value[field];
    return typeof value === 'boolean' ? value : this.#refuse(field, 'true or false', value);
  }

  probability(field: string): number {
    const value = this.#value[field];
    if (typeof value === 'number' && value > 0 && value < 1) return value;
    return this.#refuse(field, 'a probability above 0 and below 1', value);
  }

  date(field: string): EdtfDate {
    try {
      return parseDate(this.text(field));
    } catch (cause) {
      if (cause instanceof HearsayError && cause.code === 'INVALID_DATE') {
        return this.#refuse(field, 'a date (EDTF)', this.#value[field]);
      }
      throw cause;
    }
  }

  oneOf<T extends string>(field: string, allowed: readonly T[]): T {
    const value = this.#value[field];
    const known = allowed.find((one) => one === value);
    return known ?? this.#refuse(field, `one of ${allowed.join(', ')}`, value);
  }

  someOf<T extends string>(field: string, allowed: readonly T[]): readonly T[] {
    return this.#array(field).map((value, at) => {
      const known = allowed.find((one) => one === value);
      return known ?? this.#refuse(`${field}[${at}]`, `one of ${allowed.join(', ')}`, value);
    });
  }

  /** Two numbers, the smaller first, or null. */
  range(field: string): readonly [number, number] | null {
    const value = this.#value[field];
    if (value === null) return null;
    const [least, most, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    const isRange =
      typeof least === 'number' && typeof most === 'number' && least <= most && more.length === 0;
    return isRange ? [least, most] : this.#refuse(field, 'two numbers, the smaller first, or null', value);
  }

  part(field: string): Fields {
    return new Fields(this.#value[field], `${this.#place}, ${field}`);
  }

  list(field: string): readonly Fields[] {
    return this.#array(field).map((value, at) => new Fields(value, `${this.#place}, ${field}[${at}]`));
  }

  #array(field: string): readonly unknown[] {
    const value = this.#value[field];
    return Array.isArray(value) ? value : this.#refuse(field, 'a list', value);
  }

  #refuse(field: string, wanted: string, came: unknown): never {
    throw invalid(`${this.#place}, ${field}`, wanted, came);
  }
}

function invalid(place: string, wanted: string, came: unknown): HearsayError {
  const got = came === undefined ? 'nothing' : shown(came);
  return new HearsayError('INVALID_RECORD', `${place}: Expected ${wanted}, but got ${got}`, {
    hint: 'docs/confidence.md describes the format.',
  });
}
