import type { PairKind } from './results.ts';
import { ASKED, PAIR_KINDS, RELATED_TO } from './words.ts';

/** A question as it stands in the address of the page. Empty texts mean that nothing was given. */
export interface Question {
  readonly a: string;
  readonly b: string;
  readonly kind: PairKind;
  readonly asOf: string;
}

/** Reads the question out of the search part of an address. One name alone becomes `a`. */
export function questionIn(search: string): Question {
  const given = new URLSearchParams(search);
  const [a, b] = [(given.get('a') ?? '').trim(), (given.get('b') ?? '').trim()];
  return {
    a: a === '' ? b : a,
    b: a === '' ? '' : b,
    kind: PAIR_KINDS.find((kind) => kind === given.get('kind')?.toUpperCase()) ?? 'DATING',
    asOf: (given.get('asOf') ?? '').trim(),
  };
}

/** The address of a question: the start page when nobody is asked about. */
export function addressOf(question: Question): string {
  if (question.a === '' && question.b === '') return '/';
  const search = new URLSearchParams();
  if (question.a !== '') search.set('a', question.a);
  if (question.b !== '') search.set('b', question.b);
  if (question.kind !== 'DATING') search.set('kind', question.kind);
  if (question.asOf !== '') search.set('asOf', question.asOf);
  // Slashes and @ are harmless in a query, and ids and handles stay readable with them.
  return `/?${search.toString().replaceAll('%2F', '/').replaceAll('%40', '@')}`;
}

/** The question with another person in the place of an argument, as unions name it. */
export function withPerson(question: Question, argument: string, id: string): Question {
  return argument === 'b' ? { ...question, b: id } : { ...question, a: id };
}

/** Somebody in an answer. */
interface Answered {
  readonly id: string;
  readonly name: string;
  readonly handles: readonly { readonly name: string }[];
}

/**
 * The two of an answer in the order of the question. For most kinds the order means nothing and the server has
 * one of its own, but who asked about A and B reads more easily about A and B.
 */
export function inAskedOrder<Person extends Answered>(
  { a, b }: Question,
  people: readonly Person[],
): readonly Person[] {
  const [first, second] = people;
  if (first === undefined || second === undefined) return people;
  const asAnswered = isMeantBy(first, a) || isMeantBy(second, b);
  const turned = isMeantBy(first, b) || isMeantBy(second, a);
  return turned && !asAnswered ? [second, first] : people;
}

function isMeantBy(person: Answered, given: string): boolean {
  const ways = [person.id, person.name, ...person.handles.map(({ name }) => `@${name}`)];
  return ways.some((way) => way.toLowerCase() === given.toLowerCase());
}

/** What the window is called while a question is shown; `names` once the server has said them. */
export function titleOf(question: Question, names: readonly string[] = []): string {
  const [a = question.a, b = question.b] = names;
  if (a === '') return 'Hearsay: who says so?';
  const asked =
    b === '' ? `Who is ${a} ${RELATED_TO[question.kind]}?` : `${a} and ${b}: ${ASKED[question.kind]}?`;
  return `${asked} · Hearsay`;
}
