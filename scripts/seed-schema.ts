import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { seedJsonSchema } from '../src/ingest/seed/schema.ts';

// Writes the JSON Schema that editors check seeds with: `npx tsx scripts/seed-schema.ts`.
const target = new URL('../seeds/seed.schema.json', import.meta.url);
const options = await resolveConfig(target);
writeFileSync(target, await format(seedJsonSchema(), { ...options, parser: 'json' }));
