import type { PersonId } from '../../src/domain/ids.ts';
import { personIdAt, STAR } from '../graph/people.ts';
import { randomFor } from '../graph/random.ts';
import { peopleOf, type GraphSize } from '../graph/size.ts';
import { plotAt, starPlotAt, type Plot } from '../graph/stories.ts';

/** Two people to ask about. */
export interface Question {
  readonly a: PersonId;
  readonly b: PersonId;
}

/** How many ordinary stories a graph has for certain, so that some can be drawn without making it. */
function leastStories({ claims, star }: GraphSize): number {
  return Math.floor((claims - star) / 10);
}

/** Couples in the news, drawn at random, none of them the star's. */
export function couples(size: GraphSize, count: number): readonly Plot[] {
  const random = randomFor(`couples of ${size.name}`, 0);
  return Array.from({ length: count }, () => {
    for (;;) {
      const plot = plotAt(size, random.whole(leastStories(size)));
      if (plot.kind === 'DATING') return plot;
    }
  });
}

/** Questions about others than the star: four of five about a couple in the news, the rest about any two people. */
export function questions(size: GraphSize, count: number): readonly Question[] {
  const random = randomFor(`questions of ${size.name}`, 0);
  return couples(size, count).map(({ a, b }, at) => {
    if (at % 5 !== 4) return question(a, b);
    const one = random.whole(peopleOf(size));
    return question(one, (one + 1 + random.whole(peopleOf(size) - 1)) % peopleOf(size));
  });
}

/** Whom the star was linked with, but for the one of the longest story. */
export function starCouples(size: GraphSize, count: number): readonly Plot[] {
  return Array.from({ length: count }, (_, at) => starPlotAt(size, at + 1));
}

/** The question about the star's longest story. */
export function longestStory(size: GraphSize): Question {
  return question(STAR, starPlotAt(size, 0).b);
}

/** The person with 50,000 claims. */
export function star(): PersonId {
  return personIdAt(STAR);
}

/** A question about two people by their numbers. */
export function question(a: number, b: number): Question {
  return { a: personIdAt(a), b: personIdAt(b) };
}
