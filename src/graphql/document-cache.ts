import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';

// A token with its node and place takes about this much memory, measured in characters of source.
const TOKEN_WEIGHT = 100;

/** Weighs a parsed document by what it keeps in memory: its source and its nodes. */
function weightOf(document: DocumentNode): number {
  const source = document.loc?.source.body.length ?? 0;
  return source + TOKEN_WEIGHT * (document.tokenCount ?? source);
}

/** Parsed documents, those used longest ago forgotten first once their weight exceeds `capacity` characters. */
export class DocumentCache implements DocumentStore {
  readonly #documents = new Map<string, DocumentNode>();
  readonly #capacity: number;
  #weight = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The document under `key`, which is now the one used last. */
  find(key: string): DocumentNode | undefined {
    const document = this.#documents.get(key);
    if (document === undefined) return undefined;
    this.#documents.delete(key);
    this.#documents.set(key, document);
    return document;
  }

  /** Keeps a document, and forgets others to make room for it. */
  keep(key: string, document: DocumentNode): void {
    this.#forget(key);
    this.#documents.set(key, document);
    this.#weight += weightOf(document);
    for (const oldest of this.#documents.keys()) {
      if (this.#weight <= this.#capacity) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const document = this.#documents.get(key);
    if (document === undefined) return;
    this.#documents.delete(key);
    this.#weight -= weightOf(document);
  }

  /** As Apollo Server asks for it. */
  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.find(key));
  }

  /** As Apollo Server asks for it. */
  set(key: string, document: DocumentNode): Promise<void> {
    this.keep(key, document);
    return Promise.resolve();
  }

  /** As Apollo Server asks for it. */
  delete(key: string): Promise<void> {
    this.#forget(key);
    return Promise.resolve();
  }
}
