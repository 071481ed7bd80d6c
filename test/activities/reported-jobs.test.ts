import { expect, test } from 'vitest'
import { reportedJobs } from '../../activities/reported-jobs.ts'
import { openQa } from '../../clients/openqa/openqa.ts'
import { green } from '../../lab/scenarios/green.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { stubServer } from '../clients/stub-server.ts'
import { jobOf } from '../jobs/job-of.ts'
import { steppedLab } from '../sources/stepped-lab.ts'
import { reportInput } from './report-input.ts'
import { toolsOf } from './tools-of.ts'

const night = reportInput('2026-11-24', {
  outcome: 'unfinished-tests',
  why: 'the deadline passed',
  compose: 'Fedora-Rawhide-20261124.n.0',
  status: 'FINISHED',
})

test.each([
  ['no list', '{"jobs":null}'],
  ['an HTML page', '<html><body>Checking that you are not a bot</body></html>'],
])('the report has the jobs of the last look if openQA answers with %s', async (_, answer) => {
  await using lab = await steppedLab(green, '2026-11-24')
  await using database = await freshDatabase()
  await using server = await stubServer((response) => {
    response.setHeader('content-type', 'application/json')
    response.end(answer)
  })
  const client = openQa({ url: server.url })
  const tools = toolsOf(lab, database, { client, canPost: false })
  const jobs = await database.archive.keep([jobOf({ id: 7 })], night.workflowId)

  const reported = await reportedJobs(tools, { ...night, jobs })

  expect(reported).toMatchObject({ awaited: 'unreachable', jobs: { every: [{ id: 7 }] }, bugs: {} })
})
