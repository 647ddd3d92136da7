import type { CostarAsking } from '../../application/costar-graph.ts';
import type { BadgeView } from '../../embed/badge-view.ts';
import type { CostarsView } from '../../embed/costars-view.ts';
import { embedBadge } from '../../embed/embed-badge.ts';
import { embedCostars } from '../../embed/embed-costars.ts';
import type { NoticeView } from '../../embed/notice.ts';
import type { Studio } from '../../embed/studio/studio.ts';
import {
  embedParameters,
  kindOf,
  limitOf,
  numberOf,
  optionsOf,
  personOf,
  type Embedded,
} from './parameters.ts';

/** What pages elsewhere are answered with. */
export interface Embedding {
  /** For one request: the clock stands still in it. */
  readonly asking: () => CostarAsking;
  readonly studio: Pick<Studio, 'layOut' | 'png'>;
}

/** Anything that can be shown on a page elsewhere. */
export type EmbedView = BadgeView | CostarsView | NoticeView;

/** What the address of something embedded asks for. Throws for a wrong parameter. */
export function viewOf(what: Embedded, search: string, embedding: Embedding): Promise<EmbedView> {
  const given = embedParameters(what, search);
  const options = optionsOf(given);
  const asOf = given.get('asOf');
  if (what === 'relationship') {
    const question = { a: personOf(given, 'a'), b: personOf(given, 'b'), kind: kindOf(given), asOf };
    return embedBadge(embedding.asking(), question, options);
  }
  const question = {
    root: personOf(given, 'person'),
    limit: limitOf(given),
    depth: numberOf(given, 'depth', null),
    minShared: numberOf(given, 'minShared', null),
    asOf,
  };
  return embedCostars(embedding.asking(), question, options, embedding.studio.layOut);
}

/** A name that means nobody, or several, is a wrong address; what is withheld is an answer. */
export function statusOf({ type }: EmbedView): number {
  return type === 'UnknownPerson' ? 404 : type === 'AmbiguousPerson' ? 409 : 200;
}

/** What a view is about, in a line. */
export function titleOf(view: EmbedView): string {
  switch (view.type) {
    case 'Relationship':
      return view.people.map(({ name }) => name).join(' · ');
    case 'Costars':
      return view.title.text;
    case 'Withheld':
    case 'UnknownPerson':
    case 'AmbiguousPerson':
      return view.notice.text;
  }
}
