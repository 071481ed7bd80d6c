import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MockActivityEnvironment } from '@temporalio/testing'
import { observeJobs } from '../activities/observe-jobs.ts'
import { loadConfig } from '../workers/config/config.ts'
import { makeTools } from '../workers/tools.ts'

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
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  try {
    const settings = loadConfig()
    const tools = makeTools({ ...settings, folder, openqa: { ...settings.openqa, url } })
    const observe = observeJobs(tools)
    const look = async (lapMs: number) => {
      const environment = new MockActivityEnvironment({
        scheduledTimestampMs: Date.now(),
        scheduleToCloseTimeoutMs: lapMs,
      })
      let heartbeat = 0
      environment.on('heartbeat', (details: unknown) => {
        heartbeat = JSON.stringify(details).length
      })
      const pace = { lookMs: 2 * minute, notBefore: null, nudged: false }
      // A look that is not the last of its lap throws.
      const answer = await environment.run(() => observe({ compose: build, pace }, null)).catch(() => null)
      return { heartbeat, answer: JSON.stringify(answer).length }
    }
    const { heartbeat } = await look(60 * minute)
    const { answer } = await look(minute)
    return { heartbeat, answer }
  } finally {
    await rm(folder, { recursive: true })
  }
}
