import { RelationshipBadge } from './badge.ts';
import { CostarGraph } from './graph.ts';

// A page may hold this script twice, in two versions: the first one wins.
for (const [name, element] of [
  ['costar-graph', CostarGraph],
  ['relationship-badge', RelationshipBadge],
] as const) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
