import { unreachable } from '../../domain/errors.ts';
import type { RelationshipStatusAnswerModel } from '../models.ts';
import { sentencesOf, type Topic } from './statements.ts';
import { claimsOf, lastHeardSentence } from './summary.ts';
import { percent } from './terms.ts';

/** The answer about one person's love life in words. */
export function summarizeSingle(answer: RelationshipStatusAnswerModel): string {
  const { verdict, dossier, reader, person } = answer;
  const name = person.person.name;
  const asOf = `as of ${reader.asOf.text}`;
  if (verdict.status === 'NO_EVIDENCE') {
    return `Unknown: ${asOf}, nothing on file says whether ${name} is single. That is not a denial.`;
  }
  const topic: Topic = { people: [person.person.id], kind: 'SINGLE', asOf: reader.asOf, dossier };
  const was = reader.asOf.lastDay < reader.today.lastDay ? 'was' : 'is';
  const parts = [
    headline(answer, name, asOf),
    ...sentencesOf(claimsOf(dossier, verdict.claims), topic),
    verdict.confidence === null
      ? ''
      : `On this evidence the probability that ${name} ${was} single is about ${percent(verdict.confidence)}.`,
    lastHeardSentence(verdict.lastHeard, reader.asOf),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function headline({ verdict }: RelationshipStatusAnswerModel, name: string, asOf: string): string {
  switch (verdict.answer) {
    case 'YES':
      return `Yes: ${asOf}, ${name} is single, as said on the record.`;
    case 'PROBABLY':
      return `Probably, but not confirmed: ${asOf}, ${name} is reported to be single.`;
    case 'UNCONFIRMED':
      return `Not confirmed: ${asOf}, ${name} is only said to be single.`;
    case 'PROBABLY_NOT':
      return `Probably not: ${asOf}, more speaks against ${name} being single than for it.`;
    case 'NO':
      return `No: ${asOf}, what is on file speaks against ${name} being single.`;
    case 'UNKNOWN':
      return `Unknown: ${asOf}, too little has been heard to say whether ${name} is single.`;
    default:
      return unreachable(verdict.answer);
  }
}
