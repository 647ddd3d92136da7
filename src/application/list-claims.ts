import { pairOf } from '../domain/claim.ts';
import type { Page, PageRequest, ClaimFilter } from '../ports/graph-store.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { parseId, type IdByType } from '../domain/ids.ts';
import type { ClaimKind, Stance } from '../domain/kinds.ts';
import { readerFor, type AskedTimes, type Asking } from './asking.ts';
import type { ClaimModel } from './models.ts';
import { findPerson, findTwoPeople, type FoundPerson, type PersonReference } from './person-reference.ts';

/** Which claims somebody asks for; every part given must match. */
export interface AskedClaims {
  readonly person: PersonReference | null;
  readonly with: PersonReference | null;
  readonly kinds: readonly ClaimKind[] | null;
  readonly stances: readonly Stance[] | null;
  readonly document: string | null;
  readonly source: string | null;
  readonly evidence: string | null;
  readonly includeRetracted: boolean;
}

/**
 * Claims, the latest said first. Somebody who is not on file, or a name that fits several, is an error here: a
 * list cannot hold candidates.
 */
export async function listClaims(
  asking: Asking,
  asked: AskedClaims,
  times: AskedTimes,
  page: PageRequest,
): Promise<Page<ClaimModel>> {
  const reader = readerFor(asking, times);
  const filter = await filterOf(asking, asked);
  const found = await asking.store.claims(filter, reader, page);
  return { ...found, items: found.items.map(({ key, value }) => ({ key, value: { claim: value, reader } })) };
}

async function filterOf(asking: Asking, asked: AskedClaims): Promise<ClaimFilter> {
  if (asked.person === null && asked.document === null && asked.source === null && asked.evidence === null) {
    throw new HearsayError(
      'INVALID_ARGUMENT',
      'Expected filter with person, document, source or evidence, but got none',
      {
        hint: 'Every claim of the graph in one list would help nobody; say whose, or where from.',
      },
    );
  }
  return {
    ...(await peopleOf(asking, asked)),
    ...(asked.kinds === null ? {} : { kinds: asked.kinds }),
    ...(asked.stances === null ? {} : { stances: asked.stances }),
    ...(asked.document === null ? {} : { document: idOf('document', asked.document) }),
    ...(asked.source === null ? {} : { source: idOf('source', asked.source) }),
    ...(asked.evidence === null ? {} : { evidence: idOf('evidence', asked.evidence) }),
    includeRetracted: asked.includeRetracted,
  };
}

async function peopleOf(asking: Asking, asked: AskedClaims): Promise<Pick<ClaimFilter, 'people' | 'pair'>> {
  if (asked.person === null) {
    if (asked.with === null) return {};
    throw new HearsayError('INVALID_ARGUMENT', 'Expected person together with with, but got with alone', {
      hint: 'Put one of the two people into person.',
    });
  }
  if (asked.with === null) {
    const found = foundOrThrow(await findPerson(asking.store, 'person', asked.person));
    return { people: [found.facts.person.id] };
  }
  const found = await findTwoPeople(asking.store, asked.person, asked.with, ['person', 'with']);
  if ('type' in found) throw notFound(found);
  return { pair: pairOf(found[0].person.id, found[1].person.id) };
}

function foundOrThrow(found: FoundPerson): Extract<FoundPerson, { readonly type: 'Found' }> {
  if (found.type !== 'Found') throw notFound(found);
  return found;
}

function notFound(found: Exclude<FoundPerson, { readonly type: 'Found' }>): HearsayError {
  if (found.type === 'UnknownPerson') {
    const near = found.suggestions.map((facts) => `${facts.person.name} (${facts.person.id})`);
    return new HearsayError(
      'NOT_FOUND',
      `Expected ${found.argument} to be on file, but got ${shown(found.given)}`,
      {
        hint: near.length === 0 ? 'Find people with search.' : `Did you mean ${near.join(' or ')}?`,
      },
    );
  }
  const ids = found.candidates.map((candidate) => candidate.person.person.id);
  return new HearsayError(
    'NOT_FOUND',
    `Expected ${found.argument} to mean one person, but got ${shown(found.given)}`,
    {
      hint: `It may be ${ids.join(' or ')}: ask by id.`,
    },
  );
}

function idOf<T extends 'document' | 'source' | 'evidence'>(type: T, text: string): IdByType[T] {
  const id = parseId(type, text);
  if (id === null) {
    throw new HearsayError('INVALID_ID', `Expected an id like ${type}/…, but got ${shown(text)}`, {
      hint: 'Ids come from the id fields of earlier answers.',
    });
  }
  return id;
}
