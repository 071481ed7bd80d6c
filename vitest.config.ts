import { defineConfig } from 'vitest/config'
import { rooms } from './test/rooms.ts'

/** Tests that take minutes: `npm run test:long`. */
const long = ['test/long/**/*.test.ts']

/** Tests that kill, fill and silence what a night needs: `npm run test:drills`. */
const drills = ['test/drills/**/*.test.ts']

/**
 * Tests that start, kill and fill PostgreSQL servers of their own, and tests of what only an operator asks of
 * an archive: `npm run test:archive`.
 */
const servers = ['test/postgres/**/*.test.ts', 'test/archive/upkeep/**/*.test.ts']

/** Tests on a real Temporal server on PostgreSQL: `npm run test:topology`. */
const topology = ['test/topology/**/*.test.ts']

/** Tests that look at the pages in Chromium: `npm run test:browser`. */
const browser = ['test/web/browser/**/*.test.ts']

/** Tests that run whole nights, and so need a Temporal server. */
const nights = [
  'test/night/**/*.test.ts',
  'test/real/**/*.test.ts',
  'test/replay/**/*.test.ts',
  'test/workflows/**/*.test.ts',
]

/** Limits that only end what hangs: no load makes a test reach them. */
const patient = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 300_000 } },
} as const

const withTemporal = {
  ...patient,
  // Temporal's native part does not bear being loaded into several threads of a process.
  pool: 'forks' as const,
  // A night mostly waits.
  maxConcurrency: 8,
  globalSetup: ['./test/archive/test-server.ts', './test/night/temporal-server.ts'],
}

/** What `bin/test` runs. */
const usual = [
  {
    test: {
      name: 'rooms',
      include: ['test/**/*.test.ts'],
      exclude: [...nights, ...long, ...drills, ...servers, ...topology, ...browser],
      ...patient,
      globalSetup: './test/archive/test-server.ts',
      pool: 'threads' as const,
      // No test mocks a module, and to load them once for each file takes a third of the time.
      isolate: false,
    },
  },
  {
    test: {
      name: 'nights',
      include: nights,
      exclude: process.env['NIGHTJAR_RECORD'] === '1' ? [] : ['test/replay/record.test.ts'],
      ...withTemporal,
    },
  },
]

/** What `npm run test:long` and `npm run test:drills` run; 150 nights are one test. */
const patiently = { ...withTemporal, testTimeout: 1_500_000 }
const ofMinutes = [{ test: { name: 'long', include: long, ...patiently } }]
const ofDrills = [{ test: { name: 'drills', include: drills, ...patiently } }]

/** What `npm run test:archive` runs. */
const archive = [
  {
    test: {
      name: 'archive',
      include: ['test/archive/**/*.test.ts', 'test/postgres/**/*.test.ts'],
      ...patient,
      globalSetup: './test/archive/test-server.ts',
    },
  },
]

/** What `npm run test:topology` runs: its servers are its own, and one test at a time has the machine. */
const ofTopology = [
  {
    test: {
      name: 'topology',
      include: topology,
      ...patient,
      testTimeout: 1_500_000,
      pool: 'forks' as const,
      fileParallelism: false,
    },
  },
]

/** What `npm run test:browser` runs. */
const ofBrowser = [
  {
    test: {
      name: 'browser',
      include: browser,
      ...patient,
      globalSetup: './test/archive/test-server.ts',
    },
  },
]

const projects: Readonly<
  Record<string, typeof usual | typeof ofMinutes | typeof archive | typeof ofTopology>
> = {
  long: ofMinutes,
  drills: ofDrills,
  archive,
  topology: ofTopology,
  browser: ofBrowser,
}

export default defineConfig(({ mode }) => ({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    // Nights mostly wait: more of them at once than there are processors is faster.
    maxWorkers: 4,
    // A golden file that is missing is a failure, not a file to write: bin/test -u writes it.
    update: 'none',
    coverage: {
      provider: 'v8',
      // Every file of a room, so that one which no test loads shows as 0 %.
      include: Object.keys(rooms).map((room) => `${room}/**/*.ts`),
      reporter: ['text-summary', 'html', 'json-summary'],
    },
    projects: projects[mode] ?? usual,
  },
}))
