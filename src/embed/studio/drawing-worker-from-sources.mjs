// Tests and development run from TypeScript sources, which a fresh thread on Node 20 cannot read by itself.
// Built files do not come through here.
import { register } from 'tsx/esm/api';

register();
await import('./drawing-worker.ts');
