declare const brand: unique symbol;
type Branded<T extends string> = string & { readonly [brand]: T };

/** `person/joe-locke`: stable and readable; every id starts with its type and a slash. */
export type PersonId = Branded<'person'>;
/** `work/heart-stopper-series`. */
export type WorkId = Branded<'work'>;
/** `character/…`. */
export type CharacterId = Branded<'character'>;
/** `source/…`. */
export type SourceId = Branded<'source'>;
/** `document/…`. */
export type DocumentId = Branded<'document'>;
/** `evidence/…`. */
export type EvidenceId = Branded<'evidence'>;
/** `claim/…`. */
export type ClaimId = Branded<'claim'>;
/** `credit/…`. */
export type CreditId = Branded<'credit'>;
/** `on-screen/…`. */
export type OnScreenId = Branded<'on-screen'>;

/** The id prefixes, one per kind of node. */
export interface IdByType {
  readonly person: PersonId;
  readonly work: WorkId;
  readonly character: CharacterId;
  readonly source: SourceId;
  readonly document: DocumentId;
  readonly evidence: EvidenceId;
  readonly claim: ClaimId;
  readonly credit: CreditId;
  readonly 'on-screen': OnScreenId;
}
export type NodeType = keyof IdByType;
export type NodeId = IdByType[NodeType];

// Lower-case ASCII letters, digits, dots and dashes in one to three path segments after the type. Ids are
// put into URLs and printed on terminals, so nothing that needs escaping is allowed. 200 bounds an index key.
const ID =
  /^(person|work|character|source|document|evidence|claim|credit|on-screen)((?:\/[a-z0-9][a-z0-9.-]*){1,3})$/;
const MAX_ID_LENGTH = 200;

/** The node type that `text` names as an id, or null when it is not an id at all. */
export function nodeTypeOf(text: string): NodeType | null {
  if (text.length > MAX_ID_LENGTH) return null;
  const match = ID.exec(text);
  return match === null ? null : (match[1] as NodeType);
}

/** `text` as an id of `type`, or null when it is not one. */
export function parseId<T extends NodeType>(type: T, text: string): IdByType[T] | null {
  return nodeTypeOf(text) === type ? (text as IdByType[T]) : null;
}

/** Compares two strings by UTF-16 code unit: the one order used wherever ties are broken. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
