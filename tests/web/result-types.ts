import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** TypeScript for what a server of `schema` answers to `documents`: a type for each fragment and operation. */
export function resultTypes(schema: GraphQLSchema, documents: readonly DocumentNode[]): string {
  const writer = new ResultTypeWriter(schema, fragmentsOf(documents));
  const fragments = [...writer.fragments.values()].map((fragment) => writer.fragmentType(fragment));
  const operations = documents.flatMap((document) =>
    document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION || definition.name === undefined) return [];
      const root = schema.getRootType(definition.operation);
      if (root === null || root === undefined) return [];
      const body = writer.objectType(root, definition.selectionSet);
      return [
        declaration(`${definition.name.value}Data`, `The data of the query ${definition.name.value}.`, body),
      ];
    }),
  );
  return [...writer.enumTypes(), ...fragments, ...operations].join('\n\n') + '\n';
}

function fragmentsOf(documents: readonly DocumentNode[]): ReadonlyMap<string, FragmentDefinitionNode> {
  const all = documents.flatMap((document) => document.definitions);
  const fragments = all.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function declaration(name: string, sentence: string, type: string): string {
  return `/** ${sentence} */\nexport type ${name} = ${type};`;
}

class ResultTypeWriter {
  readonly #schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #enums = new Map<string, string>();

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.fragments = fragments;
    for (const fragment of fragments.values()) this.fragmentType(fragment);
  }

  fragmentType(fragment: FragmentDefinitionNode): string {
    const name = fragment.typeCondition.name.value;
    const type = this.#schema.getType(name);
    if (!isObjectType(type)) throw new Error(`Expected a fragment on an object type, but got ${name}`);
    const body = this.objectType(type, fragment.selectionSet);
    return declaration(fragment.name.value, `What is read of a ${name}.`, body);
  }

  enumTypes(): readonly string[] {
    return [...this.#enums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  }

  objectType(type: GraphQLObjectType, selections: SelectionSetNode): string {
    const spreads: string[] = [];
    const fields: string[] = [];
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const on = this.fragments.get(selection.name.value)?.typeCondition.name.value;
        if (on === type.name) spreads.push(selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (selection.typeCondition?.name.value === type.name) {
          spreads.push(this.objectType(type, selection.selectionSet));
        }
      } else {
        const key = selection.alias?.value ?? selection.name.value;
        fields.push(
          `readonly ${key}: ${this.#fieldType(type, selection.name.value, selection.selectionSet)};`,
        );
      }
    }
    return [...(fields.length > 0 ? [`{ ${fields.join(' ')} }`] : []), ...spreads].join(' & ');
  }

  #fieldType(parent: GraphQLObjectType, name: string, selections: SelectionSetNode | undefined): string {
    if (name === '__typename') return `'${parent.name}'`;
    const field = parent.getFields()[name];
    if (field === undefined) throw new Error(`Expected a field of ${parent.name}, but got ${name}`);
    return this.#outputType(field.type, selections);
  }

  #outputType(type: GraphQLOutputType, selections: SelectionSetNode | undefined): string {
    if (!isNonNullType(type)) return `${this.#presentType(type, selections)} | null`;
    return this.#presentType(type.ofType, selections);
  }

  #presentType(type: GraphQLOutputType, selections: SelectionSetNode | undefined): string {
    if (isListType(type)) return `readonly (${this.#outputType(type.ofType, selections)})[]`;
    const named = getNamedType(type);
    if (isObjectType(named) && selections !== undefined) return this.objectType(named, selections);
    if ((isUnionType(named) || isInterfaceType(named)) && selections !== undefined) {
      const members = this.#schema.getPossibleTypes(named);
      return `(${members.map((member) => this.objectType(member, selections)).join(' | ')})`;
    }
    return this.#leafType(named);
  }

  #leafType(type: GraphQLNamedType): string {
    if (isEnumType(type)) {
      const values = type.getValues().map((value) => `'${value.name}'`);
      const sentence = type.description ?? type.name;
      this.#enums.set(type.name, declaration(type.name, sentence, values.join(' | ')));
      return type.name;
    }
    const scalars: Readonly<Record<string, string>> = { Int: 'number', Float: 'number', Boolean: 'boolean' };
    return scalars[type.name] ?? 'string';
  }
}
