import { defineConfig } from 'vitest/config'

/** Tests of the archive, which need a PostgreSQL server. */
const archive = ['test/archive/**/*.test.ts']

/** Tests that run whole nights, and so need a Temporal server. */
const night = [
  'test/night/**/*.test.ts',
  'test/real/**/*.test.ts',
  'test/replay/**/*.test.ts',
  'test/workflows/**/*.test.ts',
]
const patient = { testTimeout: 20_000, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    // Nights mostly wait: more of them at once than there are processors is faster.
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: [...night, ...archive],
          ...patient,
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'archive',
          include: archive,
          ...patient,
          pool: 'threads',
          globalSetup: ['./test/archive/test-server.ts'],
        },
      },
      {
        test: {
          name: 'nights',
          include: night,
          exclude: process.env['NIGHTJAR_RECORD'] === '1' ? [] : ['test/replay/record.test.ts'],
          ...patient,
          // Temporal's native part does not bear being loaded into several threads of a process.
          pool: 'forks',
          testTimeout: 120_000,
          maxConcurrency: 8,
          globalSetup: ['./test/night/temporal-server.ts'],
        },
      },
    ],
  },
})
