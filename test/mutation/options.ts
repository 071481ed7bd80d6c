import type { Stryker } from '@stryker-mutator/core'

/** How Stryker changes the program, and which tests it then runs. All of its mutators are used. */
export const options: ConstructorParameters<typeof Stryker>[0] = {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/unreachable.ts'],
  ignorers: ['unreachable'],
  coverageAnalysis: 'perTest',
  // A file that is not there: Stryker 10 reads a real one with an interface that TypeScript 7 no longer has.
  tsconfigFile: 'absent.json',
  ignorePatterns: ['.tools', '.nightjar', 'docs/temporal-ui', 'bench'],
  tempDirName: '.stryker',
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  reporters: ['progress-append-only'],
  // A mutant must not count as killed because the machine was busy.
  timeoutMS: 20_000,
  allowEmpty: true,
}
