import { unreachable } from '../../domain/errors.ts';
import { familyOf } from '../../domain/kinds.ts';
import type { RelationshipAnswerModel } from '../models.ts';
import { relation } from './terms.ts';

/** The verdict in one sentence. `saidToBeOver` tells whether anybody says that it ended, or it only follows. */
export function headline(answer: RelationshipAnswerModel, saidToBeOver: boolean): string {
  const { verdict, reader, question } = answer;
  const [a, b] = answer.people.map((facts) => facts.person.name) as [string, string];
  const asOf = `as of ${reader.asOf.text}`;
  // What was denied is what was asked; a stronger kind is found only where it holds.
  const found = relation(verdict.kind, a, b);
  const asked = relation(question.kind, a, b);
  switch (verdict.status) {
    case 'NO_EVIDENCE':
      return `Unknown: ${asOf}, nothing on file says whether ${asked}. That is not a denial.`;
    case 'CONFIRMED':
      return verdict.answer === 'YES'
        ? `Yes: ${asOf}, ${found}, as confirmed on the record.`
        : `Probably: it was confirmed on the record that ${found}, but less is certain ${asOf}.`;
    case 'REPORTED':
      return `${verdict.answer === 'PROBABLY' ? 'Probably, but not confirmed' : 'Not confirmed'}: ${asOf}, it is reported that ${found}.`;
    case 'RUMORED':
      return rumored(answer, found, asOf);
    case 'DISPUTED':
      return `Not confirmed: ${asOf}, it is disputed whether ${found}.`;
    case 'DENIED':
      return `${verdict.answer === 'NO' ? 'No' : 'Probably not'}: ${asOf}, ${denial(answer, asked)}.`;
    case 'ENDED': {
      const over = saidToBeOver ? 'it is said to be over' : 'it seems to be over';
      const until = verdict.until === null ? '' : ` (${verdict.until.text})`;
      return `${verdict.answer === 'NO' ? 'No' : 'Probably not'}: ${asOf}, ${over} between ${a} and ${b}${until}.`;
    }
    default:
      return unreachable(verdict.status);
  }
}

function denial({ verdict, dossier }: RelationshipAnswerModel, asked: string): string {
  const denied = dossier.claims.some(
    (claim) => claim.stance === 'DENIES' && verdict.denying.includes(claim.id),
  );
  return denied ? `it is denied that ${asked}` : `what is on file speaks against it that ${asked}`;
}

function rumored({ verdict, question }: RelationshipAnswerModel, found: string, asOf: string): string {
  if (verdict.answer === 'UNKNOWN')
    return `Unknown: ${asOf}, too little has been heard lately to say whether ${found}.`;
  if (verdict.answer === 'PROBABLY_NOT')
    return `Probably not: ${asOf}, nothing on file supports that ${found}.`;
  const how =
    familyOf(question.kind) === 'ROMANCE' ? 'it is only a rumor that' : 'it is said, on little, that';
  return `Not confirmed: ${asOf}, ${how} ${found}.`;
}
