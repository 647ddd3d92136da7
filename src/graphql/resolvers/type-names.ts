import type { ClaimModel, SearchHitModel } from '../../application/models.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import { nodeTypeOf, type NodeType } from '../../domain/ids.ts';
import type { GraphNode } from '../../ports/graph-store.ts';
import type { Reader } from '../../domain/policy.ts';

const TYPE_NAMES = {
  person: 'Person',
  work: 'Work',
  character: 'Character',
  source: 'Source',
  document: 'Document',
  evidence: 'Evidence',
  claim: 'Claim',
  credit: 'Credit',
  'on-screen': 'OnScreenRelationship',
} as const satisfies Readonly<Record<NodeType, string>>;

/** A node as resolvers pass it on: a claim carries its reader. */
export type NodeModel = Exclude<GraphNode['value'], { readonly stance: unknown }> | ClaimModel;

/** A node of the store as resolvers pass it on. */
export function nodeModel(node: GraphNode, reader: Reader): NodeModel {
  return node.type === 'claim' ? { claim: node.value, reader } : node.value;
}

/** The GraphQL type of a node, told by its id. */
export function typeNameOf(value: NodeModel): (typeof TYPE_NAMES)[NodeType] {
  const id =
    'claim' in value
      ? value.claim.id
      : 'person' in value && 'knownSince' in value
        ? value.person.id
        : value.id;
  const type = nodeTypeOf(id);
  if (type === null) throw new HearsayError('INTERNAL', `Expected a node with an id, but got ${shown(id)}`);
  return TYPE_NAMES[type];
}

/** The GraphQL type of a search hit. */
export function hitTypeName(value: SearchHitModel): 'Person' | 'Work' | 'Character' {
  return typeNameOf(value) as 'Person' | 'Work' | 'Character';
}
