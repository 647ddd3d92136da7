import { readerFor } from '../../application/asking.ts';
import type { ChangeResolvers } from '../generated.ts';
import { nodeModel } from './type-names.ts';

/** An entry of the change feed. Who recorded something is not public, of changes no more than of claims. */
export const Change: ChangeResolvers = {
  node: async (event, _, context) => {
    const node = await context.loaders.shown.load(event.node);
    return node === null ? null : nodeModel(node, readerFor(context, {}));
  },
};
