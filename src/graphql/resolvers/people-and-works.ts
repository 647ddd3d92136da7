import { readerFor } from '../../application/asking.ts';
import { byKey } from '../../application/list-relationships.ts';
import { reliabilityOf } from '../../domain/confidence/reliability.ts';
import type { CreditRole } from '../../domain/entities.ts';
import { parseInstant } from '../../domain/time.ts';
import type { CreditOwner } from '../../ports/graph-store.ts';
import { DEFAULT_PAGE, pageOfList, type CreditConnectionModel } from '../connections.ts';
import type { RequestContext } from '../context.ts';
import { connectionOf, pageOf, type PageArguments } from '../cursors.ts';
import type {
  CharacterResolvers,
  CreditResolvers,
  OnScreenRelationshipResolvers,
  PersonResolvers,
  WorkResolvers,
} from '../generated.ts';
import {
  loadCharacter,
  loadDocument,
  loadOptionalDocument,
  loadPerson,
  loadSource,
  loadWork,
} from './load.ts';

interface CreditsArguments extends PageArguments {
  readonly roles?: readonly CreditRole[] | null | undefined;
  readonly knownAt?: string | null | undefined;
}

async function creditsOf(
  owner: CreditOwner,
  args: CreditsArguments,
  context: RequestContext,
): Promise<CreditConnectionModel> {
  const page = pageOf('credits', args, DEFAULT_PAGE);
  const knownAt = args.knownAt == null ? null : parseInstant(args.knownAt);
  const credits = await context.loaders.credits.load({ owner, roles: args.roles ?? null, knownAt, page });
  return connectionOf('credits', credits, page);
}

/** Somebody who is said to be related to somebody. */
export const Person: PersonResolvers = {
  id: ({ person }) => person.id,
  name: ({ person }) => person.name,
  aliases: ({ person }) => person.aliases,
  handles: ({ person }) => person.handles,
  externalIds: ({ person }) => person.externalIds,
  // Of a private person the date serves the policy and nobody else.
  birthDate: ({ person }) => (person.privacy === 'PRIVATE' ? null : (person.birthDate?.text ?? null)),
  birthDateDocument: ({ person }, _, context) =>
    loadOptionalDocument(context, person.privacy === 'PRIVATE' ? null : person.birthDateDocument),
  privacy: ({ person }) => person.privacy,
  credits: ({ person }, args, context) => creditsOf(person.id, args, context),
  relationships: async ({ person }, args, context) => {
    const request = pageOf('relationships', args, DEFAULT_PAGE);
    const filter = { kinds: args.kinds ?? null, statuses: args.statuses ?? null };
    const list = await context.loaders.relationships.load({
      person: person.id,
      filter,
      reader: readerFor(context, args),
    });
    return {
      ...connectionOf('relationships', pageOfList(list.items, request, byKey), request),
      truncated: list.truncated,
    };
  },
};

/** A show, film, book or other work. */
export const Work: WorkResolvers = {
  premiered: (work) => work.premiered?.text ?? null,
  ended: (work) => work.ended?.text ?? null,
  basedOn: (work, _, context) => Promise.all(work.basedOn.map((id) => loadWork(context, id))),
  document: (work, _, context) => loadOptionalDocument(context, work.document),
  credits: (work, args, context) => creditsOf(work.id, args, context),
};

/** Somebody in a work. */
export const Character: CharacterResolvers = {
  work: (character, _, context) => loadWork(context, character.work),
  playedBy: (character, args, context) => creditsOf(character.id, args, context),
};

/** A person's part in a work. */
export const Credit: CreditResolvers = {
  person: (credit, _, context) => loadPerson(context, credit.person),
  work: (credit, _, context) => loadWork(context, credit.work),
  character: (credit, _, context) =>
    credit.character === null ? null : loadCharacter(context, credit.character),
  document: (credit, _, context) => loadOptionalDocument(context, credit.document),
  confidence: async (credit, _, context) => {
    if (credit.confidence !== null) return credit.confidence;
    // A credit that no document states is as good as something that anybody may have written down.
    if (credit.document === null) return reliabilityOf(null);
    const document = await loadDocument(context, credit.document);
    return reliabilityOf(await loadSource(context, document.source));
  },
};

/** A relation between two characters. */
export const OnScreenRelationship: OnScreenRelationshipResolvers = {
  work: (relation, _, context) => loadWork(context, relation.work),
  characters: (relation, _, context) =>
    Promise.all(relation.characters.map((id) => loadCharacter(context, id))),
  document: (relation, _, context) => loadOptionalDocument(context, relation.document),
};
