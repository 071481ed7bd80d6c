import { describe, expect, test } from 'vitest'
import { parseReport } from '../../report/report-schema.ts'
import { linesOf } from '../../report/tests.ts'
import { briefCompose, briefly } from './brief.ts'
import { playRawhide } from './play.ts'
import { setStage } from './stage.ts'
import { soon } from './unhurried.ts'

describe.concurrent('a night ends', () => {
  test('with a partial report at the deadline of its tests, and an amended one when the rest arrives', async () => {
    await using stage = await setStage(briefly('amended', [briefCompose()]), '2026-06-10')
    const { clock, lab, settings } = stage

    // By minute 103 the compose is complete, and no test can end before the clock goes on.
    const playing = playRawhide(stage, { await: soon, watch: settings.patience.await }, 103)
    await expect.poll(() => lab.inbox.mails().length).toBe(1)
    clock.begin()
    const result = await playing

    const [first, second, ...more] = lab.inbox.mails()
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
    const report = parseReport((await stage.archive.reportOf('nightly/rawhide/2026-06-12')) ?? '')
    expect(linesOf(report.tests, 'flaky').map(({ test: name }) => name)).toContain('base_selinux')
    const restarts = stage.lab.openqa.requests().filter(({ path }) => path.endsWith('/restart'))
    expect(restarts).toHaveLength(1)
  })

  test('with one second chance and no more for a job that fails again', async () => {
    const jobs = [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }] as const
    await using stage = await setStage(briefly('fails-again', [briefCompose({ jobs })]), '2026-06-13')

    const result = await playRawhide(stage)

    expect(result.verdict).toBe('broken')
    const restarts = stage.lab.openqa.requests().filter(({ path }) => path.endsWith('/restart'))
    expect(restarts).toHaveLength(1)
  })
})
