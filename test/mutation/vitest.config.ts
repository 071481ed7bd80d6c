import { defineConfig } from 'vitest/config'

/** The tests of the pure rooms alone: no socket and no server, so that a mutant costs milliseconds. */
export default defineConfig({
  test: {
    include: ['test/{compose,jobs,report}/**/*.test.ts'],
    setupFiles: ['test/mutation/one-seed.ts'],
    // A mutant must not count as killed because the machine was busy.
    testTimeout: 60_000,
    // Nothing in these rooms keeps a state, so their tests may share one set of modules: half the time.
    isolate: false,
  },
})
