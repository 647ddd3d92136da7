import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';
import { expect, test } from 'vitest';
import * as claims from '../../src/domain/claim.ts';
import * as entities from '../../src/domain/entities.ts';
import * as kinds from '../../src/domain/kinds.ts';
import { WITHHELD_REASONS } from '../../src/domain/policy.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const own = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && type.astNode != null,
);

function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name];
  if (isEnumType(type)) {
    missing.push(...type.getValues().flatMap((v) => (v.description ? [] : [`${type.name}.${v.name}`])));
  }
  if (isInputObjectType(type)) {
    missing.push(
      ...Object.values(type.getFields()).flatMap((f) => (f.description ? [] : [`${type.name}.${f.name}`])),
    );
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) missing.push(`${type.name}.${field.name}`);
      missing.push(
        ...field.args.flatMap((a) => (a.description ? [] : [`${type.name}.${field.name}(${a.name})`])),
      );
    }
  }
  return missing;
}

test('describes every type, field, argument and value', () => {
  expect(own.length).toBeGreaterThan(50);
  expect(own.flatMap(undescribed)).toEqual([]);
});

test.each([
  ['PairKind', kinds.PAIR_KINDS],
  ['ClaimKind', kinds.CLAIM_KINDS],
  ['Stance', kinds.STANCES],
  ['Modality', kinds.MODALITIES],
  ['RelationshipStatus', kinds.STATUSES],
  ['Answer', kinds.ANSWERS],
  ['Platform', entities.PLATFORMS],
  ['Privacy', entities.PRIVACIES],
  ['WorkKind', entities.WORK_KINDS],
  ['CreditRole', entities.CREDIT_ROLES],
  ['OnScreenKind', entities.ON_SCREEN_KINDS],
  ['SourceKind', entities.SOURCE_KINDS],
  ['OutletType', entities.OUTLET_TYPES],
  ['EvidenceKind', entities.EVIDENCE_KINDS],
  ['Availability', entities.AVAILABILITIES],
  ['EvidenceStance', claims.EVIDENCE_STANCES],
  ['RetractionReason', claims.RETRACTION_REASONS],
  ['WithheldReason', WITHHELD_REASONS],
])('has in %s the values of the domain', (name, values) => {
  const type = schema.getType(name);
  expect(
    isEnumType(type)
      ? type
          .getValues()
          .map((value) => value.name)
          .sort()
      : name,
  ).toEqual([...values].sort());
});

test('has no way to ask or say anything of a special category', () => {
  const names = own.flatMap((type) => [
    type.name,
    ...(isEnumType(type) ? type.getValues().map((value) => value.name) : []),
    ...(isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []),
  ]);
  expect(
    names.filter((name) =>
      /orient|sexual|gender|pronoun|health|illness|relig|faith|politic|partisan|crime/i.test(name),
    ),
  ).toEqual([]);
});
