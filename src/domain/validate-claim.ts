import { MAX_QUOTE_LENGTH, storedOrder, type Claim } from './claim.ts';
import { HearsayError, shown } from './errors.ts';
import type { SourceId } from './ids.ts';
import type { ClaimKind } from './kinds.ts';
import { isPlainText } from './plain-text.ts';

/** Something that keeps a claim out, and the field that it is about. */
export interface ClaimProblem {
  readonly field: keyof Claim;
  /** "Expected …, but got …". */
  readonly message: string;
}

// No chain of hearsay in print is longer; the bounds keep one claim from growing without end.
const MAX_ATTRIBUTIONS = 10;
const MAX_EVIDENCE = 50;

/** `p3`, `p3:120-180`, `00:12:31`: a place, without blanks, so that no text can hide in it. */
const LOCATOR = /^[A-Za-z0-9][A-Za-z0-9.:,#-]{0,59}$/;

/** Everything that is wrong with a claim in itself; empty when it may be recorded. */
export function problemsOf(claim: Claim): readonly ClaimProblem[] {
  return [
    ...peopleProblems(claim),
    ...stanceProblems(claim),
    ...sayingProblems(claim),
    ...timeProblems(claim),
    ...citationProblems(claim),
  ];
}

/** Throws `INVALID_CLAIM` when a claim contradicts itself or its kind. */
export function validateClaim(claim: Claim): void {
  const [first, ...others] = problemsOf(claim);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new HearsayError('INVALID_CLAIM', `${claim.id}, ${first.field}: ${first.message}${more}`, {
    hint: 'Nothing was recorded. Correct the claim and record it again.',
  });
}

/** What is wrong with whom a claim of a document of `publisher` is attributed to; null when nothing is. */
export function problemOfAttribution(claim: Claim, publisher: SourceId): ClaimProblem | null {
  const [nearest] = claim.attributedTo;
  if (nearest === undefined || nearest.source !== publisher) return null;
  // An outlet may cite an earlier article of its own.
  if (nearest.document !== null && nearest.document !== claim.document) return null;
  return problem('attributedTo', 'somebody else than who publishes the document', publisher);
}

function problem(field: keyof Claim, wanted: string, came: unknown): ClaimProblem {
  return { field, message: `Expected ${wanted}, but got ${typeof came === 'string' ? came : shown(came)}` };
}

function peopleProblems(claim: Claim): readonly ClaimProblem[] {
  if (claim.kind === 'SINGLE') {
    return claim.object === null ? [] : [problem('object', 'one person for SINGLE', 'two')];
  }
  if (claim.object === null) return [problem('object', `two people for ${claim.kind}`, 'one')];
  if (claim.object === claim.subject) {
    return [problem('object', 'two different people', `${claim.subject} twice`)];
  }
  const [first] = storedOrder(claim.kind, claim.subject, claim.object);
  return first === claim.subject
    ? []
    : [problem('subject', `the smaller id first for the symmetric ${claim.kind}`, claim.subject)];
}

/** Kinds that cannot be over: they are an ending themselves, or hold for life, or are the lack of something. */
const ENDLESS: readonly ClaimKind[] = ['SPLIT', 'DIVORCED', 'SINGLE', 'PARENT_OF', 'SIBLINGS'];

function stanceProblems(claim: Claim): readonly ClaimProblem[] {
  if (claim.stance !== 'ENDS' || !ENDLESS.includes(claim.kind)) return [];
  return [problem('stance', `SUPPORTS, DENIES or CONTEXT for ${claim.kind}`, 'ENDS')];
}

function sayingProblems(claim: Claim): readonly ClaimProblem[] {
  const problems: ClaimProblem[] = [];
  const { quote, locator, onRecord } = claim;
  if (quote !== null && (quote.length > MAX_QUOTE_LENGTH || quote.trim() === '')) {
    problems.push(problem('quote', `1 to ${MAX_QUOTE_LENGTH} characters`, `${quote.length}`));
  }
  if (quote !== null && !isPlainText(quote)) {
    problems.push(problem('quote', 'plain text without control characters', shown(quote)));
  }
  if (locator !== null && !LOCATOR.test(locator)) {
    problems.push(problem('locator', 'a place such as p3 or p3:120-180, without blanks', shown(locator)));
  }
  if (onRecord !== null && onRecord.person !== claim.subject && onRecord.person !== claim.object) {
    problems.push(problem('onRecord', 'one of the people whom the claim is about', onRecord.person));
  }
  return problems;
}

function timeProblems(claim: Claim): readonly ClaimProblem[] {
  const { validFrom, validTo } = claim;
  if (validFrom === null || validTo === null || validFrom.firstDay <= validTo.lastDay) return [];
  return [problem('validTo', `a date not before validFrom (${validFrom.text})`, validTo.text)];
}

function citationProblems(claim: Claim): readonly ClaimProblem[] {
  const problems: ClaimProblem[] = [];
  if (claim.attributedTo.length > MAX_ATTRIBUTIONS) {
    problems.push(
      problem('attributedTo', `at most ${MAX_ATTRIBUTIONS} attributions`, `${claim.attributedTo.length}`),
    );
  }
  if (claim.evidence.length > MAX_EVIDENCE) {
    problems.push(
      problem('evidence', `at most ${MAX_EVIDENCE} pieces of evidence`, `${claim.evidence.length}`),
    );
  }
  const ids = claim.evidence.map((cited) => cited.evidence);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    problems.push(problem('evidence', 'each piece of evidence once', `${twice} twice`));
  return problems;
}
