import { spawnSync } from 'node:child_process'
import { buildPrograms, builtPrograms, serverVersion } from './temporal-programs.ts'

const [only] = process.argv.slice(2)
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--mode', 'topology']

process.exitCode = play()

/** Plays nights on a real Temporal server on PostgreSQL; answers the exit code. */
function play(): number {
  if (builtPrograms() === null && !hasGo()) {
    console.log(
      `skipped: nights on a Temporal server on PostgreSQL (there is no server ${serverVersion}, and no Go that could build it)`,
    )
    return 0
  }
  const programs = builtPrograms() ?? buildPrograms()
  if (only === '--build') return 0
  const env = { ...process.env, NIGHTJAR_TEMPORAL_SERVER_BIN: programs }
  return spawnSync(process.execPath, vitest, { stdio: 'inherit', env }).status ?? 1
}

/** The module of the server needs Go 1.26. */
function hasGo(): boolean {
  const { stdout, status } = spawnSync('go', ['version'], { encoding: 'utf8' })
  const [, minor = '0'] = /go1\.(\d+)/.exec(stdout ?? '') ?? []
  return status === 0 && Number(minor) >= 26
}
