import { unreachable } from '../../domain/errors.ts';
import type { WouldChange } from '../../domain/verdict.ts';
import type { RelationshipAnswerModel } from '../models.ts';
import { percent } from './terms.ts';

/** What one more event would make of an answer, in a sentence. */
export function wouldChangeText(change: WouldChange, answer: RelationshipAnswerModel): string {
  const [a, b] = answer.people;
  const status = change.status.toLowerCase().replace('_', ' ');
  const number = change.confidence === null ? 'no number' : percent(change.confidence);
  return `If ${event(change.code, `${a.person.name} or ${b.person.name}`)}: ${status}, ${number}.`;
}

function event(code: WouldChange['code'], either: string): string {
  switch (code) {
    case 'FIRST_PARTY_CONFIRMATION':
      return `${either} confirmed it`;
    case 'FIRST_PARTY_DENIAL':
      return `${either} denied it`;
    case 'INDEPENDENT_TABLOID':
      return 'another tabloid reported it independently';
    case 'INDEPENDENT_CELEBRITY_MAGAZINE':
      return 'another celebrity magazine reported it independently';
    case 'INDEPENDENT_NEWS':
      return 'another news outlet reported it independently';
    case 'INDEPENDENT_TRADE':
      return 'another trade paper reported it independently';
    case 'INDEPENDENT_FANDOM':
      return 'another fan account said it independently';
    case 'YEAR_OF_SILENCE':
      return 'nobody said anything for a year';
    default:
      return unreachable(code);
  }
}
