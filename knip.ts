import type { KnipConfig } from 'knip'

/** Run by bin/ or loaded by Temporal, so that no import names them. */
const programs = [
  'cli/main.ts!',
  'workflows/{index,failure-converter}.ts!',
  'workers/temporal/temporal-cli.ts!',
  'workers/postgres/supervisor.ts!',
]

/** Parts of the lab that no scenario uses: the faults that tests put into it, and Fedora's ResultsDB. */
const faults = ['lab/gates/gated-lab.ts!', 'lab/resultsdb/server.ts!']

/** Started by a benchmark, a test or .ci/run as processes of their own. */
const ownProcesses = [
  'bench/*.ts',
  'bench/openqa/{look,server}.ts',
  'test/archive/run-on.ts',
  'test/contract/run-channels.ts',
  'test/contract/run-openqa.ts',
  'test/deploy/run.ts',
  'test/fedfind/record.ts',
  'test/night/doomed-worker.ts',
  'test/recorded/build/all.ts',
  'test/real/night-templates.ts',
  'test/postgres/{copy-archive,holder,writer}.ts',
  'test/package/run.ts',
  'test/mutation/{run,unreachable,one-seed,vitest.config}.ts',
  'test/real/run-*.ts',
  'test/topology/run.ts',
  'test/web/browser/run.ts',
]

/** Run by the npm scripts through bin/with-node, where knip does not look. */
const toolsOfScripts = ['oxfmt', 'oxlint', 'oxlint-tsgolint']

/** Stryker loads its runner of vitest by name. */
const loadedByStryker = ['@stryker-mutator/vitest-runner']

/** Programs of the system that tests run. */
const ofTheSystem = ['unshare', 'mount', 'umount', 'psql', 'mkfifo', 'jq', 'go', 'flock', 'openssl', 'epmd']

/** The packages of Temporal must share one copy of it to read a history; named here, it is installed once. */
const sharedByTemporal = ['protobufjs']

/**
 * Dead code is an error. A first run finds what nobody uses, and exports that only their own file uses. A
 * second run (`--production`) finds what only tests use. A file may export its own parts to tests.
 */
const config: KnipConfig = ({ production = false }) => ({
  entry: [...programs, ...faults, ...ownProcesses],
  project: ['**/*.ts!', '!{bench,test}/**!', '!*.ts!'],
  ignoreExportsUsedInFile: production || { interface: true, type: true },
  ignoreBinaries: ofTheSystem,
  ignoreDependencies: [...toolsOfScripts, ...loadedByStryker, ...sharedByTemporal],
})

export default config
