import { starSingle, useCaseAsk } from './contestants.ts';
import { figuresOf, type Entry, type Figure } from './figures.ts';
import { longestStory, question, questions, starCouples } from './plots.ts';
import { askingOf, relationship } from './question.ts';
import { askRelationship } from '../../src/application/ask-relationship.ts';
import type { Side } from './side.ts';

const QUESTIONS = 50;
const ALONE = { block: 8, rounds: 6, warmUpRounds: 3 };
const BUSY = { block: 16, rounds: 3, warmUpRounds: 1 };

/** The rows of the table of fame. */
export const FAME = {
  others: 'others, while others are asked about',
  besideStar: 'others, while the star is asked about',
  star: 'the star and somebody',
  longest: "the star's longest story",
  single: 'is the star single?',
} as const;

/** What one person with 50,000 claims does to questions about others, and to those about that person. */
export function measureFame(sides: readonly Side[]): Promise<readonly Figure[]> {
  const entries = sides.filter(({ size }) => size.star > 0).flatMap(entriesOf);
  return figuresOf(entries, ALONE, BUSY);
}

function entriesOf(side: Side): readonly Entry[] {
  const { size, graph } = side;
  const others = questions(size, QUESTIONS);
  const stars = starCouples(size, QUESTIONS).map(({ a, b }) => question(a, b));
  const asking = askingOf(graph);
  const besides = (list: typeof others) => (at: number) =>
    askRelationship(asking, relationship(list[(at * 7) % list.length] as (typeof list)[number]));
  const contestants = [
    { ...useCaseAsk(side, FAME.others, others), beside: besides(others) },
    { ...useCaseAsk(side, FAME.besideStar, others), beside: besides(stars) },
    useCaseAsk(side, FAME.star, stars),
    useCaseAsk(side, FAME.longest, [longestStory(size)]),
    starSingle(side, FAME.single),
  ];
  return contestants.map((contestant) => ({ side, contestant }));
}
