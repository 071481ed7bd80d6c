import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root, runProcess } from './run-process.ts'

/** Measurements that fedfind has no counterpart for, each with its limit. */
export async function limits(): Promise<readonly (readonly string[])[]> {
  const hub = spawn(process.execPath, ['bench/koji-server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = await once(hub.stdout, 'data')
    const url = String(line).trim()
    // The first run fills the server's cache, so the second measures the client.
    await runProcess(process.execPath, ['bench/koji-tasks.ts', url])
    const koji = await runProcess(process.execPath, ['bench/koji-tasks.ts', url])
    const rsync = await runProcess(process.execPath, ['test/compose/readiness/fixtures/decode-100000.ts'])
    return [
      [
        '2,000 Koji tasks asked for and judged',
        koji.stdout.trim() || koji.stderr,
        '450 ms, 64 MB over the base',
      ],
      [
        'an rsync listing of 100,000 files decoded',
        `${rsyncMegabytes(rsync.stdout)} MB over the base`,
        '64 MB',
      ],
    ]
  } finally {
    hub.kill()
  }
}

function rsyncMegabytes(said: string): string {
  const value: unknown = JSON.parse(said)
  return typeof value === 'object' && value !== null && 'megabytes' in value
    ? Number(value.megabytes).toFixed(0)
    : 'unknown'
}
