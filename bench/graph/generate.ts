import { emptyChange, type GraphChange } from '../../src/domain/change.ts';
import type { Outcome } from '../../src/domain/claim.ts';
import type { Credit, Work } from '../../src/domain/entities.ts';
import type { CreditId, WorkId } from '../../src/domain/ids.ts';
import { dateOfDay, parseInstant } from '../../src/domain/time.ts';
import { hasVoice, outletAt, personAt, personIdAt, STAR, voiceAt } from './people.ts';
import { randomFor } from './random.ts';
import { outletsOf, peopleOf, type GraphSize } from './size.ts';
import { plotAt, starPlotAt, tell, type Story } from './stories.ts';

const RECORDED = parseInstant('2024-01-01T00:00:00Z');
const BATCH_PEOPLE = 2_000;
const BATCH_CLAIMS = 1_000;
const PEOPLE_A_WORK = 20;
const NO_IDS = { wikidata: null, imdb: null, tmdb: null } as const;

/** The graph of a size as changes that follow one another, the same every time. */
export function* generate(size: GraphSize): Generator<GraphChange> {
  yield* people(size);
  yield* works(size);
  yield* told(size);
}

function* people(size: GraphSize): Generator<GraphChange> {
  const outlets = Array.from({ length: outletsOf(size) }, (_, at) => outletAt(at));
  const everybody = Array.from({ length: peopleOf(size) }, (_, at) => at);
  if (size.star > 0) everybody.push(STAR);
  yield { ...emptyChange(RECORDED, 'bench'), sources: outlets };
  for (let start = 0; start < everybody.length; start += BATCH_PEOPLE) {
    const some = everybody.slice(start, start + BATCH_PEOPLE);
    yield {
      ...emptyChange(RECORDED, 'bench'),
      people: some.map(personAt),
      sources: some.filter(hasVoice).map(voiceAt),
    };
  }
}

function* works(size: GraphSize): Generator<GraphChange> {
  const count = Math.ceil(peopleOf(size) / PEOPLE_A_WORK);
  for (let start = 0; start < count; start += BATCH_CLAIMS / 10) {
    const some = Array.from({ length: Math.min(BATCH_CLAIMS / 10, count - start) }, (_, at) =>
      workAt(size, start + at),
    );
    yield {
      ...emptyChange(RECORDED, 'bench'),
      works: some.map(({ work }) => work),
      credits: some.flatMap(({ credits }) => credits),
    };
  }
}

function workAt(size: GraphSize, at: number): { readonly work: Work; readonly credits: readonly Credit[] } {
  const random = randomFor('work', at);
  const work: Work = {
    id: `work/work-${at}` as WorkId,
    title: `The Work of ${at}`,
    aliases: [],
    kind: random.pick(['FILM', 'SERIES']),
    premiered: dateOfDay(15_000 + random.whole(4_000)),
    ended: null,
    network: null,
    episodes: null,
    basedOn: [],
    externalIds: NO_IDS,
    document: null,
  };
  const cast = new Set(Array.from({ length: PEOPLE_A_WORK }, () => random.whole(peopleOf(size))));
  const credits = [...cast].map((person, billing): Credit => ({
    id: `credit/work-${at}.${person}` as CreditId,
    person: personIdAt(person),
    work: work.id,
    role: 'ACTOR',
    character: null,
    billing: billing + 1,
    document: null,
    confidence: null,
    recordedAt: RECORDED,
  }));
  return { work, credits };
}

function* told(size: GraphSize): Generator<GraphChange> {
  let batch: Story[] = [];
  let claims = 0;
  for (const story of stories(size)) {
    batch.push(story);
    claims += story.claims.length;
    if (claims < BATCH_CLAIMS) continue;
    yield changeOf(batch);
    batch = [];
    claims = 0;
  }
  if (batch.length > 0) yield changeOf(batch);
}

/** The star's stories come among the others, as they would. */
function* stories(size: GraphSize): Generator<Story> {
  const ordinary = size.claims - size.star;
  let [told, toldOfStar, at, ofStar] = [0, 0, 0, 0];
  while (told < ordinary || toldOfStar < size.star) {
    const isStars = toldOfStar < size.star && toldOfStar / size.star <= told / ordinary;
    const story = isStars
      ? tell(size, `star ${ofStar}`, starPlotAt(size, ofStar))
      : tell(size, String(at), plotAt(size, at));
    yield story;
    if (isStars) {
      ofStar += 1;
      toldOfStar += story.claims.length;
    } else {
      at += 1;
      told += story.claims.length;
    }
  }
}

function changeOf(batch: readonly Story[]): GraphChange {
  const claims = batch.flatMap((story) => story.claims);
  return {
    ...emptyChange(RECORDED, 'bench'),
    documents: batch.flatMap((story) => story.documents),
    evidence: batch.flatMap((story) => story.evidence),
    claims,
    outcomes: claims.filter((_, at) => at % 100 === 17).map(outcomeOf),
  };
}

function outcomeOf(
  { id: claim, assertedAt }: { readonly id: Outcome['claim']; readonly assertedAt: Outcome['decidedAt'] },
  at: number,
): Outcome {
  return {
    claim,
    held: at % 3 > 0,
    decidedAt: assertedAt,
    recordedAt: RECORDED,
    recordedBy: 'bench',
    note: null,
  };
}
