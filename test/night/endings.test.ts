import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseReport } from '../../report/report-schema.ts'
import { briefCompose, briefly } from './brief.ts'
import { playRawhide } from './play.ts'
import { setStage } from './stage.ts'

describe.concurrent('a night ends', () => {
  test('with a partial report at the deadline of its tests, and an amended one when the rest arrives', async () => {
    const long = { deadlineMs: 1500, lapMs: 1500, lookMs: 500 }
    const watch = { deadlineMs: 20_000, lapMs: 6000, lookMs: 500 }
    await using stage = await setStage(briefly('amended', [briefCompose()]), '2026-06-10', {
      jobMinutes: 60,
    })

    const result = await playRawhide(stage, { await: long, watch })

    const [first, second, ...more] = stage.lab.inbox.mails()
    expect(result).toMatchObject({ verdict: 'passed', outcome: 'tested' })
    expect(first?.subject).toContain('UNKNOWN')
    expect(second?.subject).toContain('PASSED (amended)')
    expect(second?.inReplyTo).toBe(first?.messageId)
    expect(more).toEqual([])
  })

  test('with a second chance for a job that failed: it is tried once more, and named flaky when it then passes', async () => {
    const jobs = [
      { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed', passesOnRestart: true },
    ] as const
    await using stage = await setStage(briefly('second-chance', [briefCompose({ jobs })]), '2026-06-12')

    const result = await playRawhide(stage)

    expect(result.verdict).toBe('passed')
    const report = parseReport(await readFile(result.document ?? '', 'utf8'))
    expect(report.tests.flaky.map(({ test: name }) => name)).toContain('base_selinux')
    const restarts = stage.lab.openqa.requests().filter(({ path }) => path.endsWith('/restart'))
    expect(restarts).toHaveLength(1)
  })

  test('with one second chance and no more for a job that fails again', async () => {
    const jobs = [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }] as const
    await using stage = await setStage(briefly('fails-again', [briefCompose({ jobs })]), '2026-06-13')

    const result = await playRawhide(stage)

    expect(result.verdict).toBe('failed')
    const restarts = stage.lab.openqa.requests().filter(({ path }) => path.endsWith('/restart'))
    expect(restarts).toHaveLength(1)
  })
})
