import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MockActivityEnvironment } from '@temporalio/testing'
import { observeJobs } from '../../activities/looks/observe-jobs.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { openArchive } from '../../workers/open-archive.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { makeTools } from '../../workers/tools.ts'
import { date } from './scenario.ts'

/** Bytes that one look at a build sends to Temporal. */
export interface LookPayload {
  /** The heartbeat, for the next look: it costs no history. */
  readonly heartbeat: number
  /** The answer of a lap's last look to the workflow. */
  readonly answer: number
}

const minute = 60_000

/** Looks at a build like the activity of a night, and measures its payloads. */
export async function weighLook(url: string, build: string): Promise<LookPayload> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const postgres = stack.adopt(await startPostgres({ folder }), (each) => each.close())
  const { archive } = stack.use(await openArchive(postgres.url))
  const settings = loadConfig()
  const observe = observeJobs(makeTools({ ...settings, openqa: { ...settings.openqa, url } }, archive))
  const { heartbeat } = await weigh(observe, build, 60 * minute)
  const { answer } = await weigh(observe, build, minute)
  return { heartbeat, answer }
}

/** Looks once in a lap of some length. */
async function weigh(
  observe: ReturnType<typeof observeJobs>,
  compose: string,
  lapMs: number,
): Promise<LookPayload> {
  const environment = new MockActivityEnvironment({
    scheduledTimestampMs: Date.now(),
    scheduleToCloseTimeoutMs: lapMs,
  })
  let heartbeat = 0
  environment.on('heartbeat', (details: unknown) => {
    heartbeat = JSON.stringify(details).length
  })
  const night = { stream: 'rawhide', date } as const
  const pace = { lookMs: 2 * minute, notBefore: null, until: null, nudged: false }
  // A look that is not the last of its lap throws.
  const answer = await environment.run(() => observe({ night, compose, pace }, null)).catch(() => null)
  return { heartbeat, answer: JSON.stringify(answer).length }
}
