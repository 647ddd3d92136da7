import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { MAX_COSTARS } from '../application/costar-graph.ts';
import { MAX_PAGE_SIZE } from './cursors.ts';
import { fragmentsOf } from './limits-shape.ts';

/** Items that a list without a page size is taken to have. */
const LIST_SIZE = 5;

/** Lists that are surely shorter, or often longer; those of introspection as this schema has them. */
const LIST_SIZES: Readonly<Record<string, number>> = {
  'RelationshipAnswer.people': 2,
  'RelationshipAnswer.wouldChange': 8,
  'Rumor.people': 2,
  'NoRumor.people': 2,
  'OnScreenRelationship.characters': 2,
  'Explanation.terms': 10,
  'CostarChain.hops': 4,
  'ProvenanceGraph.nodes': 30,
  'ProvenanceGraph.edges': 40,
  '__Schema.types': 100,
  '__Schema.directives': 10,
  '__Type.fields': 10,
  '__Type.enumValues': 6,
  '__Type.inputFields': 6,
  '__Type.possibleTypes': 4,
  '__Type.interfaces': 1,
  '__Field.args': 3,
  '__Directive.args': 2,
};

/** Work behind an object beyond reading its fields: a fold of claims, a walk through a graph. */
const TYPE_COSTS: Readonly<Record<string, number>> = {
  RelationshipAnswer: 10,
  RelationshipStatusAnswer: 10,
  Rumor: 20,
  NoRumor: 10,
  ProvenanceGraph: 10,
  // At worst two million entries are looked at, which takes as long as folding some thousand claims.
  CostarGraph: 300,
  CostarPath: 300,
  NoPath: 300,
  // Each is a fold of its own.
  WouldChange: 5,
};

// Introspection reads what is in memory: thirty fields take as long as one that a resolver answers.
const INTROSPECTION_COST = 1 / 30;

/** What the selections within a field need to know about it. */
interface Surroundings {
  readonly type: GraphQLCompositeType | null;
  /** The page size of the field around, where it has one: its lists have as many items. */
  readonly pageSize: number | null;
}

/**
 * Estimates the work that an operation asks for: 1 for a field, plus what its type costs and its selections
 * cost, times the number of items where it is a list. `first` of a connection multiplies its nodes and edges.
 * Fragments count where they are used, but are computed once for every page size they are used under.
 */
export function costOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): number {
  const estimate = new CostEstimate(document, schema, numbersOf(operation, variables));
  return estimate.ofSelections(operation.selectionSet, {
    type: schema.getRootType(operation.operation) ?? null,
    pageSize: null,
  });
}

/** The value of a variable: as given, else its default. */
type Variables = (name: string) => unknown;

function numbersOf(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>): Variables {
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((definition) => [
      definition.variable.name.value,
      definition.defaultValue,
    ]),
  );
  return (name) => (Object.hasOwn(given, name) ? given[name] : literal(defaults.get(name)));
}

function literal(node: ValueNode | undefined): unknown {
  if (node?.kind === Kind.INT) return Number(node.value);
  return node?.kind === Kind.LIST ? node.values : undefined;
}

/** One estimate, with the fragments that it has computed so far. */
class CostEstimate {
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #fragments: ReturnType<typeof fragmentsOf>;
  readonly #known = new Map<string, number>();

  constructor(document: DocumentNode, schema: GraphQLSchema, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = fragmentsOf(document);
  }

  ofSelections(set: SelectionSetNode, around: Surroundings): number {
    return set.selections.reduce((sum, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return sum + this.#ofField(selection, around);
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition?.name.value;
          const type = condition === undefined ? around.type : this.#composite(condition);
          return sum + this.ofSelections(selection.selectionSet, { ...around, type });
        }
        case Kind.FRAGMENT_SPREAD:
          return sum + this.#ofFragment(selection.name.value, around.pageSize);
      }
    }, 0);
  }

  #ofFragment(name: string, pageSize: number | null): number {
    const key = `${name} ${pageSize}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    if (fragment === undefined) return 0;
    // A fragment that spreads itself finds this and stops; validation refuses it afterwards.
    this.#known.set(key, 0);
    const type = this.#composite(fragment.typeCondition.name.value);
    const cost = this.ofSelections(fragment.selectionSet, { type, pageSize });
    this.#known.set(key, cost);
    return cost;
  }

  #ofField(node: FieldNode, around: Surroundings): number {
    const field = this.#definition(node.name.value, around.type);
    const own = around.type?.name.startsWith('__') === true ? INTROSPECTION_COST : 1;
    if (node.selectionSet === undefined) return own;
    if (field === null) return own + this.ofSelections(node.selectionSet, { type: null, pageSize: null });
    const type = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const items = isList ? this.#items(node, field, around) : 1;
    const below = this.ofSelections(node.selectionSet, {
      type: isCompositeType(type) ? type : null,
      // The size of a list is that of the list, not of those within its items.
      pageSize: isList ? null : this.#pageSize(node, field),
    });
    return own + items * (this.#typeCost(type.name) + below);
  }

  #items(node: FieldNode, field: GraphQLField<unknown, unknown>, around: Surroundings): number {
    const own = this.#pageSize(node, field);
    if (own !== null) return own;
    if (around.pageSize !== null) return around.pageSize;
    if (field.args.some((argument) => argument.name === 'ids')) {
      const ids = this.#argument(node, 'ids');
      return bounded(Array.isArray(ids) ? ids.length : 1);
    }
    return LIST_SIZES[`${around.type?.name}.${field.name}`] ?? LIST_SIZE;
  }

  #pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    if (field.args.some(({ name }) => name === 'limit')) return this.#graphSize(node, field);
    const first = field.args.find((argument) => argument.name === 'first');
    if (first === undefined) return null;
    const asked = this.#argument(node, 'first') ?? first.defaultValue;
    return bounded(typeof asked === 'number' ? asked : MAX_PAGE_SIZE);
  }

  /** People in a co-star graph; its edges are more where it is deeper. */
  #graphSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const [limit, depth] = ['limit', 'depth'].map((name) => {
      const asked = this.#argument(node, name) ?? field.args.find((each) => each.name === name)?.defaultValue;
      return typeof asked === 'number' && asked >= 1 ? asked : 1;
    });
    return Math.min(limit ?? 1, MAX_COSTARS) * Math.min(depth ?? 1, 2);
  }

  #argument(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return value?.kind === Kind.VARIABLE ? this.#variables(value.name.value) : literal(value);
  }

  #definition(name: string, parent: GraphQLCompositeType | null): GraphQLField<unknown, unknown> | null {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? (parent.getFields()[name] ?? null) : null;
  }

  #composite(name: string): GraphQLCompositeType | null {
    const type = this.#schema.getType(name);
    return isCompositeType(type) ? type : null;
  }

  /** Of a union or an interface the dearest member counts. */
  #typeCost(name: string): number {
    const type = this.#schema.getType(name);
    const names = isAbstractType(type)
      ? this.#schema.getPossibleTypes(type).map((member) => member.name)
      : [name];
    return Math.max(...names.map((member) => TYPE_COSTS[member] ?? 0));
  }
}

/** A page size that a list would answer to; others are refused where the list is read. */
function bounded(size: number): number {
  return Number.isNaN(size) ? MAX_PAGE_SIZE : Math.min(Math.max(Math.trunc(size), 1), MAX_PAGE_SIZE);
}
