import { firstDayOf, type Claim } from '../../src/domain/claim.ts';
import type { PersonFacts } from '../../src/domain/entities.ts';
import { byCodeUnit, type PersonId } from '../../src/domain/ids.ts';
import { showableFrom, type Reader } from '../../src/domain/policy.ts';
import { middleDay } from '../../src/domain/time.ts';
import type { World } from './worlds.ts';

// Written out, so that the model is not the code that it judges.
const ONCE: readonly string[] = ['FILM', 'SHORT', 'TV_FILM', 'SPECIAL'];

/** What a store has to know of each person, computed from a whole world in memory. */
export function factsOf(world: World): ReadonlyMap<PersonId, PersonFacts> {
  return new Map(
    world.people.map((person) => {
      const credits = world.credits.filter(
        (credit) => credit.person === person.id && (credit.confidence ?? 1) >= 0.9,
      );
      const works = credits.map((credit) => world.works.find((work) => work.id === credit.work));
      const dates = [
        ...works.map((work) => (ONCE.includes(work?.kind ?? '') ? work?.premiered : null)),
        ...credits.map((credit) => world.documents.find((item) => item.id === credit.document)?.published),
        ...world.documents.filter((item) => item.names.includes(person.id)).map((item) => item.published),
      ];
      const days = dates.flatMap((date) => (date === null || date === undefined ? [] : [date.lastDay]));
      return [person.id, { person, knownSince: days.length === 0 ? null : Math.min(...days) }];
    }),
  );
}

/** The claims of a world that a reader may see, in the order of lists, as the reader knows them. */
export function visibleTo(reader: Reader, world: World, includeRetracted = false): readonly Claim[] {
  const people = factsOf(world);
  const voices = {
    documents: new Map(world.documents.map((item) => [item.id, item])),
    sources: new Map(world.sources.map((item) => [item.id, item])),
  };
  return world.claims
    .filter((claim) => {
      const from = showableFrom(claim, people, voices, reader.profile);
      if (from === null || from > middleDay(reader.asOf) || firstDayOf(claim) > reader.asOf.lastDay)
        return false;
      if (reader.knownAt !== null && claim.recordedAt > reader.knownAt) return false;
      return includeRetracted || retractionKnown(claim, reader) === null;
    })
    .map((claim) => ({ ...claim, retraction: retractionKnown(claim, reader) }))
    .sort((x, y) => y.assertedAt.firstDay - x.assertedAt.firstDay || byCodeUnit(x.id, y.id));
}

function retractionKnown(claim: Claim, reader: Reader): Claim['retraction'] {
  const { retraction } = claim;
  return retraction !== null && reader.knownAt !== null && retraction.at > reader.knownAt ? null : retraction;
}
