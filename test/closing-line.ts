import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Prints the skipped tests, then as the last line, for CI: `N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 }
    const leftOut: string[] = []
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counts[state] += 1
        if (state === 'skipped') leftOut.push(outermost(test))
      }
    }
    const { passed, failed, skipped } = counts
    const lines = [...Map.groupBy(leftOut, (name) => name)].map(
      ([name, tests]) => `skipped: ${name}: ${tests.length}`,
    )
    process.once('exit', () =>
      console.log([...lines, `${passed} passed, ${failed} failed, ${skipped} skipped`].join('\n')),
    )
  }
}

/** The name of the outermost group that a test is in, or its own. */
function outermost(test: TestCase): string {
  const [group = test.name] = test.fullName.split(' > ')
  return group
}
