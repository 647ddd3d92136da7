import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** What can be counted in an operation without a schema, its fragments expanded. */
export interface OperationShape {
  readonly rootFields: number;
  readonly aliases: number;
  readonly depth: number;
  readonly introspectionDepth: number;
}

const NOTHING: OperationShape = { rootFields: 0, aliases: 0, depth: 0, introspectionDepth: 0 };

/** The shape of every operation of a document, and how many directives stand in it. */
export function shapesOf(document: DocumentNode): {
  readonly operations: readonly OperationShape[];
  readonly directives: number;
} {
  const shape = shaper(document);
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [shape(definition.selectionSet)] : [],
  );
  return { operations, directives: countDirectives(document) };
}

function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Directive: () => {
      count += 1;
    },
  });
  return count;
}

/**
 * Measures selection sets. A fragment is measured once however often it is spread, so that fragments that
 * spread each other twice cost nothing to count; one that spreads itself counts as nothing where it does,
 * and validation refuses it afterwards.
 */
function shaper(document: DocumentNode): (selections: SelectionSetNode) => OperationShape {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, OperationShape>();

  const ofFragment = (name: string): OperationShape => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    measured.set(name, NOTHING);
    const shape = ofSelections(fragment.selectionSet);
    measured.set(name, shape);
    return shape;
  };

  const ofSelections = (set: SelectionSetNode): OperationShape =>
    set.selections
      .map((selection) => {
        switch (selection.kind) {
          case Kind.FIELD: {
            const below =
              selection.selectionSet === undefined ? NOTHING : ofSelections(selection.selectionSet);
            return ofField(selection.name.value, selection.alias !== undefined, below);
          }
          case Kind.INLINE_FRAGMENT:
            return ofSelections(selection.selectionSet);
          case Kind.FRAGMENT_SPREAD:
            return ofFragment(selection.name.value);
        }
      })
      .reduce(sideBySide, NOTHING);

  return ofSelections;
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

function ofField(name: string, aliased: boolean, below: OperationShape): OperationShape {
  const aliases = below.aliases + (aliased ? 1 : 0);
  const apart = name === '__schema' || name === '__type';
  return {
    rootFields: 1,
    aliases,
    depth: 1 + (apart ? 0 : below.depth),
    introspectionDepth: Math.max(below.introspectionDepth, apart ? 1 + below.depth : 0),
  };
}

function sideBySide(one: OperationShape, other: OperationShape): OperationShape {
  return {
    rootFields: one.rootFields + other.rootFields,
    aliases: one.aliases + other.aliases,
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
  };
}
