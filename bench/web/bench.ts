import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon, { type Result } from 'autocannon'
import { connect } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { table } from '../../cli/table.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { freePort } from '../../workers/temporal/free-port.ts'
import { loadNights, runBefore } from '../archive/load.ts'
import { peakMemory } from '../peak-memory.ts'
import { root } from '../run-process.ts'

const perSecond = 50
const seconds = 15

const last = runBefore(0).date ?? ''
const before = runBefore(1).date ?? ''

/** A page with constant lines, which the others are compared with. */
const constant = '/robots.txt'

const pages = [
  '/',
  '/rawhide',
  `/rawhide/${last}`,
  '/test/rawhide/test_0/Server-dvd-iso/x86_64/64bit',
  '/image/rawhide/Spin0/dvd/x86_64',
  '/composes',
  `/compare/rawhide/${before}...rawhide/${last}`,
  '/trends/rawhide',
]

/** Loads an archive with many nights, asks each page 50 times a second, and prints how long that takes. */
export async function webBench(nights = 2000, jobs = 300): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  stack.defer(() => rm(folder, { recursive: true }))
  const { url } = stack.adopt(await startPostgres({ folder }), (started) => started.close())
  await migrate({ url })
  const { db } = stack.adopt(connect({ url }), ({ close }) => close())
  await loadNights({ archive: postgresArchive(db), db }, nights, jobs)
  const site = stack.use(await serve(url))
  // The first requests of a process are slow, whatever they ask for.
  await cannon(`${site.url}${constant}`)
  const base = await cannon(`${site.url}${constant}`)
  const rows: (readonly string[])[] = [rowOf(constant, '', '', base, base)]
  for (const path of pages) {
    const since = performance.now()
    const bytes = Buffer.byteLength(await (await fetch(`${site.url}${path}`)).text())
    const first = (performance.now() - since).toFixed(0)
    rows.push(rowOf(path, (bytes / 1000).toFixed(1), first, await cannon(`${site.url}${path}`), base))
  }
  console.log(
    `\nPages of ${nights} nights with ${jobs} tests each, ${perSecond} requests a second for ${seconds} s; × is ` +
      `against ${constant}; memory of the process ${site.megabytes()} MB\n`,
  )
  console.log(table(['PAGE', 'KB', 'FIRST MS', 'P50 MS', 'P97.5 MS', '×', 'FAILED'], rows))
}

function rowOf(path: string, kilobytes: string, first: string, page: Result, base: Result) {
  const { latency, non2xx, errors } = page
  const ratio = (latency.p97_5 / base.latency.p97_5).toFixed(1)
  return [path, kilobytes, first, `${latency.p50}`, `${latency.p97_5}`, ratio, `${non2xx + errors}`]
}

function cannon(url: string): Promise<Result> {
  return autocannon({ url, connections: 10, overallRate: perSecond, duration: seconds })
}

async function serve(databaseUrl: string) {
  const port = await freePort()
  const child = spawn(process.execPath, ['cli/main.ts', 'web', '--listen', `127.0.0.1:${port}`], {
    cwd: root,
    env: { ...process.env, NIGHTJAR_DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(child.stderr, 'data')
  return {
    url: `http://127.0.0.1:${port}`,
    megabytes: () => (peakMemory(child.pid ?? 0) / 1e6).toFixed(0),
    async [Symbol.asyncDispose]() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
