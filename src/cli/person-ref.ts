import { findPerson, referenceFromText } from '../application/person-reference.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import type { Graph } from './graph.ts';

/** A `PersonRef` of the schema, in the forms that a command line needs. */
export type PersonRefInput = { readonly id: string } | { readonly name: string };

/**
 * A person as typed on the command line. The schema wants the platform of an account, which nobody types, so that
 * @handles are looked up here; one that nobody has goes on as a name, which is answered with suggestions.
 */
export async function personRef(graph: Graph, argument: string, text: string): Promise<PersonRefInput> {
  const reference = referenceFromText(text);
  if (reference.by === 'id') return { id: reference.id };
  if (reference.by !== 'handle') return { name: text };
  const found = await findPerson(graph.store, argument, reference);
  switch (found.type) {
    case 'Found':
      return { id: found.facts.person.id };
    case 'UnknownPerson':
      return { name: text };
    case 'AmbiguousPerson': {
      const ids = found.candidates.map((candidate) => candidate.person.person.id);
      throw new HearsayError(
        'INVALID_ARGUMENT',
        `Expected the account of one person, but got ${shown(text)}`,
        {
          hint: `On different platforms it is that of ${ids.join(' and ')}: ask by id.`,
        },
      );
    }
  }
}
