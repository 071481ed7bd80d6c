import { MockActivityEnvironment } from '@temporalio/testing'
import { expect, test } from 'vitest'
import { composeReport, recordReport } from '../../activities/compose-report.ts'
import type { ReportAnswer, ReportInput } from '../../activities/report-activities.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { openQa } from '../../clients/openqa/openqa.ts'
import { green } from '../../lab/scenarios/green.ts'
import { editionOf, runOf } from '../archive/nights.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { stubServer } from '../clients/stub-server.ts'
import { jobOf } from '../jobs/job-of.ts'
import { steppedLab } from '../sources/stepped-lab.ts'
import { reportInput } from './report-input.ts'
import { toolsOf } from './tools-of.ts'

const fails = jobOf({ id: 7, test: 'old_failure', result: 'failed', failedModules: ['_boot'] })

/** Acts as the activity of a night's run. */
function asNight<Answer>(act: () => Promise<Answer>, workflowId: string): Promise<Answer> {
  const environment = new MockActivityEnvironment({
    workflowExecution: { workflowId, runId: 'run' },
    startToCloseTimeoutMs: 60_000,
  })
  return environment.run(act)
}

async function away(): Promise<never> {
  throw new ArchiveAway('no route to host', null)
}

function awayFrom(archive: NightArchive): NightArchive {
  return { ...archive, pastNights: away, reportOf: away, recordEdition: away, composes: away }
}

test('a report that is recorded late says what was mailed, and closes the night with its verdict', async () => {
  await using lab = await steppedLab(green, '2026-11-24')
  await using database = await freshDatabase()
  await using server = await stubServer((response) => response.end('[]'))
  const { archive } = database
  for (const date of ['2026-11-22', '2026-11-23']) {
    const run = runOf(date)
    const result = date === '2026-11-22' ? 'passed' : 'failed'
    const earlier = editionOf(run, { jobs: [{ ...fails, result }] })
    await archive.recordEdition(run, 'key/1', earlier)
  }
  const tools = toolsOf(lab, database, { client: openQa({ url: server.url }), canPost: false })
  const night = reportInput('2026-11-24', {
    outcome: 'tested',
    compose: 'Fedora-Rawhide-20261124.n.0',
    status: 'FINISHED',
  })
  const input: ReportInput = { ...night, jobs: await archive.keep([fails], night.workflowId) }
  const act = (does: (told: ReportInput) => Promise<ReportAnswer>, told: ReportInput) =>
    asNight(() => does(told), night.workflowId)

  const mailed = await act(composeReport({ ...tools, archive: awayFrom(archive) }), input)
  const late = await act(recordReport(tools), { ...input, notCompared: mailed.notCompared ?? null })

  expect(mailed).toMatchObject({
    recorded: false,
    verdict: 'degraded',
    notCompared: expect.stringContaining('no route to host'),
  })
  expect(late).toMatchObject({ recorded: true, verdict: 'degraded', digest: mailed.digest })
  expect(await archive.night(night.workflowId)).toMatchObject({ night: { verdict: 'degraded' } })
})
