import type { GraphStore } from '../../src/ports/graph-store.ts';
import type { Recorder } from './waves.ts';

/** One call of a method of the port. */
export interface PortCall {
  readonly name: keyof GraphStore;
  readonly args: readonly unknown[];
}

/** The store, with every call noted. */
export function noted(store: GraphStore, calls: Recorder<PortCall>): GraphStore {
  return new Proxy(store, {
    get: (target, name) => {
      const call = { name: name as keyof GraphStore };
      return (...args: readonly unknown[]) => {
        const result = callPort(target, { ...call, args });
        calls.note({ ...call, args }, result);
        return result;
      };
    },
  });
}

/** Makes a call that was noted. */
export function callPort(store: GraphStore, { name, args }: PortCall): Promise<unknown> {
  return (store[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
}
