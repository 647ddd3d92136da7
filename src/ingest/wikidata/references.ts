import type { ImportContext } from '../../application/import-format.ts';
import type { Document, Source } from '../../domain/entities.ts';
import type { DocumentId, SourceId } from '../../domain/ids.ts';
import { parseInstant } from '../../domain/time.ts';
import { shortHash, slug } from '../names.ts';
import { dateOf, itemOf, textOf, type Property, type Snak } from './entity.ts';

/** Whom a reference names, and the page when it gives one. */
export interface Cited {
  readonly key: string;
  readonly source: Source;
  readonly document: Document | null;
}

/** What a reference cites: a page, or the item that something is stated in; null when it does neither. */
export function citedIn(
  reference: (property: Property) => readonly Snak[],
  { source: dataset }: ImportContext,
): Cited | null {
  const url =
    reference('referenceUrl')
      .map(textOf)
      .find((text) => text !== null) ?? null;
  const page = url === null ? null : pageOf(url, reference('retrieved')[0]);
  if (page !== null) return page;
  const item =
    reference('statedIn')
      .map(itemOf)
      .find((found) => found !== null) ?? null;
  // Wikidata does not cite itself.
  if (item === null || item === 'Q2013' || dataset === `source/${item}`) return null;
  return {
    key: item,
    source: outlet(
      `source/wikidata-item/${item.toLowerCase()}` as SourceId,
      `${item} (as Wikidata calls it)`,
      null,
    ),
    document: null,
  };
}

function pageOf(address: string, retrieved: Snak | undefined): Cited | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || address.length > 2_000) return null;
  const domain = url.hostname.replace(/^www\./, '');
  const id = slug(domain.replaceAll('.', ' '), 100);
  if (id === '' || domain === 'wikidata.org') return null;
  const source = outlet(`source/web/${id}` as SourceId, domain, domain);
  const day = retrieved === undefined ? null : dateOf(retrieved);
  const document: Document = {
    ...{
      id: `document/web/${shortHash(url.href, 13)}` as DocumentId,
      url: url.href,
      title: null,
      source: source.id,
    },
    ...{
      published: null,
      contentHash: null,
      derivedFrom: [],
      shingles: null,
      citesHearsay: false,
      names: [],
    },
    retrievedAt:
      day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day.text) ? parseInstant(`${day.text}T00:00:00Z`) : null,
  };
  return { key: document.id, source, document };
}

function outlet(id: SourceId, name: string, domain: string | null): Source {
  return { id, name, domain, kind: 'OUTLET', outletType: null, person: null, reliability: null };
}
