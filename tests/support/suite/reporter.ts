import { DefaultReporter, type TestModule } from 'vitest/node';
import { WHAT_TO_TYPE, type Neo4jPlan } from './plan.ts';

/** Vitest's own reporter, with a line before its final count that names the stores that were tested. */
export class StoresReporter extends DefaultReporter {
  private readonly plan: Neo4jPlan;

  constructor(plan: Neo4jPlan) {
    super();
    this.plan = plan;
  }

  override reportTestSummary(...summary: Parameters<DefaultReporter['reportTestSummary']>): void {
    const line = this.storesLine();
    if (line !== null) this.log(`\n${line}`);
    const late = this.ctx.state
      .getTestModules()
      .flatMap((module) =>
        [...module.children.allTests()].filter((test) => test.diagnostic()?.flaky === true),
      );
    for (const { fullName } of late) this.log(`Passed at the second attempt only: ${fullName}`);
    super.reportTestSummary(...summary);
  }

  private storesLine(): string | null {
    const { plan } = this;
    if (plan.from === 'nowhere')
      return `Stores tested: SQLite. Neo4j was not tested: ${plan.why}. Type: ${WHAT_TO_TYPE}`;
    // Whoever names files to run gets these files; that Neo4j is not among them is no news.
    if (!this.ctx.state.getTestModules().some(isOfNeo4j)) return null;
    const project = this.ctx.projects.find(({ name }) => name === 'neo4j');
    const version = project?.getProvidedContext().neo4j?.version ?? 'of an unknown version';
    const where = plan.from === 'cache' ? 'started for the tests' : 'at NEO4J_URL';
    const faults =
      plan.from === 'settings' && !plan.servers
        ? ` Its faults were not tested, since they take servers of their own. Unset NEO4J_URL and type: ${WHAT_TO_TYPE}`
        : '';
    return `Stores tested: SQLite, Neo4j ${version} (${where})${faults === '' ? '' : '.'}${faults}`;
  }
}

function isOfNeo4j(module: TestModule): boolean {
  return module.project.name === 'neo4j' && ['passed', 'failed'].includes(module.state());
}
