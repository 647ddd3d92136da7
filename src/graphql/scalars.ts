import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { HearsayError, shown, type ErrorCode } from '../domain/errors.ts';
import { parseDate, parseInstant, type EdtfDate } from '../domain/time.ts';

/** A scalar that is written as text, together with what reads it. */
interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL: string;
  /** Returns the text in the form that resolvers get, or throws a HearsayError. */
  readonly read: (text: string) => string;
  /** For values that are not text at all. */
  readonly code: ErrorCode;
  readonly wanted: string;
}

function textScalar(scalar: TextScalar): GraphQLScalarType<string, string> {
  const read = (value: unknown, node?: ValueNode): string => {
    try {
      if (typeof value === 'string') return scalar.read(value);
    } catch (error) {
      if (error instanceof HearsayError) throw invalid(error, node);
      throw error;
    }
    const came = value === null || typeof value !== 'object' ? shown(value) : 'an object or a list';
    throw invalid(new HearsayError(scalar.code, `Expected ${scalar.wanted} as text, but got ${came}`), node);
  };
  return new GraphQLScalarType<string, string>({
    name: scalar.name,
    description: scalar.description,
    specifiedByURL: scalar.specifiedByURL,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : literalText(node), node),
    serialize: (value) => (isEdtfDate(value) ? value.text : String(value)),
  });
}

function invalid(cause: HearsayError, node: ValueNode | undefined): GraphQLError {
  return new GraphQLError(cause.message, { nodes: node ?? null, originalError: cause });
}

/** A literal of another kind as something that can be shown: a number as a number, a list as a list. */
function literalText(node: ValueNode): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  if (node.kind === Kind.NULL) return null;
  return node.kind === Kind.BOOLEAN ? node.value : {};
}

function isEdtfDate(value: unknown): value is EdtfDate {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** Dates in valid time. Resolvers get the text, already known to be a date; they may answer an EdtfDate. */
const EDTF = textScalar({
  name: 'EDTF',
  description: 'A date in EDTF, level 0 to 2.',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  read: (text) => parseDate(text).text,
  code: 'INVALID_DATE',
  wanted: 'a date (EDTF)',
});

/** Moments in transaction time. Resolvers get them in UTC with milliseconds. */
const DateTime = textScalar({
  name: 'DateTime',
  description: 'An RFC 3339 date-time with its zone.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  read: parseInstant,
  code: 'INVALID_INSTANT',
  wanted: 'a date-time with a zone (RFC 3339)',
});

/** The scalars of the schema, as a part of its resolvers. */
export const scalars = { EDTF, DateTime } as const;
