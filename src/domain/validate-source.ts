import type { Source } from './entities.ts';
import { HearsayError } from './errors.ts';

/** What is wrong with a source in itself, as "Expected …, but got …"; null when it may be recorded. */
export function problemOfSource(
  source: Source,
): { readonly field: keyof Source; readonly message: string } | null {
  const ownVoice = source.kind === 'PERSON' || source.kind === 'SOCIAL_ACCOUNT';
  if (ownVoice && source.person === null) {
    return {
      field: 'person',
      message: `Expected the person whose voice a ${source.kind} source is, but got none`,
    };
  }
  if (!ownVoice && source.person !== null) {
    return {
      field: 'person',
      message: `Expected no person for a source of kind ${source.kind}, but got ${source.person}`,
    };
  }
  if (source.kind !== 'OUTLET' && source.outletType !== null) {
    return {
      field: 'outletType',
      message: `Expected no outletType for a source of kind ${source.kind}, but got ${source.outletType}`,
    };
  }
  if (source.reliability !== null && !(source.reliability > 0 && source.reliability < 1)) {
    return {
      field: 'reliability',
      message: `Expected a probability above 0 and below 1, but got ${source.reliability}`,
    };
  }
  return null;
}

/** Throws `INVALID_RECORD` when a source contradicts its kind. */
export function validateSource(source: Source): void {
  const problem = problemOfSource(source);
  if (problem !== null) {
    throw new HearsayError('INVALID_RECORD', `${source.id}, ${problem.field}: ${problem.message}`);
  }
}
