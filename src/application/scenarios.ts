import { evaluatePair } from '../domain/confidence/evaluate-pair.ts';
import { evaluateSingle } from '../domain/confidence/evaluate-single.ts';
import type { Answer, RelationshipStatus } from '../domain/kinds.ts';
import { readScenarios, type Expected, type Scenario } from './scenario-format.ts';
import { worldOf } from './scenario-world.ts';

/** What the engine made of one scenario, and whether that is what was expected. */
export interface ScenarioResult {
  readonly name: string;
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  readonly confidence: number | null;
  readonly holds: boolean;
  readonly expected: Expected;
}

/**
 * Folds every scenario of a file (an array in JSON) through the engine.
 * Throws INVALID_RECORD, naming the scenario and the field, when one cannot be read.
 */
export function runScenarios(text: string): readonly ScenarioResult[] {
  return readScenarios(text).map(run);
}

function run(scenario: Scenario): ScenarioResult {
  const { dossier, pair, person } = worldOf(scenario);
  const { name, ask, asOf, expect: expected } = scenario;
  const { status, answer, confidence } =
    ask === 'SINGLE'
      ? evaluateSingle(person, asOf, null, dossier)
      : evaluatePair({ ...pair, kind: ask, asOf, knownAt: null }, dossier);
  return {
    name,
    status,
    answer,
    confidence,
    holds: meets({ status, answer, confidence }, expected),
    expected,
  };
}

function meets(got: Pick<ScenarioResult, 'status' | 'answer' | 'confidence'>, expected: Expected): boolean {
  return (
    expected.status.includes(got.status) &&
    expected.answer.includes(got.answer) &&
    isWithin(got.confidence, expected.confidence)
  );
}

function isWithin(confidence: number | null, range: Expected['confidence']): boolean {
  if (range === null || confidence === null) return range === null && confidence === null;
  const [least, most] = range;
  return confidence >= least && confidence <= most;
}
