import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { resultsDb } from '../../../clients/resultsdb/resultsdb.ts'
import { groupUuid } from '../../../clients/resultsdb/group-uuid.ts'
import type { NewResult } from '../../../jobs/resultsdb/new-result.ts'
import { resultOfJob } from '../../../jobs/resultsdb/result-of-job.ts'
import { startLabResultsDb } from '../../../lab/resultsdb/server.ts'
import { postOnce } from '../../../sources/resultsdb/post-result.ts'
import {
  build,
  info,
  jobOfFedora,
  reporting,
  serverDvd,
  type RawJob,
} from '../../jobs/resultsdb/job-of-fedora.ts'
import { installPackages } from '../python-packages.ts'

const folder = fileURLToPath(new URL('../../../.tools/resultsdb-conventions-3.0.3', import.meta.url))
const installed = await installPackages(folder, ['resultsdb_conventions==3.0.3', 'resultsdb_api==2.1.6'])

const jobs: readonly RawJob[] = [
  {},
  { id: 2, test: 'Base SELinux@1', result: 'softfailed', settings: { TEST_TARGET: 'COMPOSE', UEFI: '1' } },
  { id: 3, result: 'failed', modules: [{ name: 'a', result: 'failed', flags: ['fatal'] }] },
  { id: 4, result: 'incomplete' },
]
const results = jobs.map((job) => resultOf(job))

test.skipIf(!installed)(
  "a result is posted as ResultsDB's conventions and its own client post it",
  async () => {
    const [theirs, ours] = [await startedLab(), await startedLab()]
    const { reported } = await askPeers(theirs.url, { report: results.map(inTheirWords) })
    const client = resultsDb({ url: `${ours.url}/api/v2.0` })
    for (const result of results) {
      expect(await postOnce(client, result, () => false)).toMatchObject({ kind: 'posted' })
    }

    expect(reported).toEqual([1, 2, 3, 4])
    const comparable = (lab: typeof theirs) => lab.results().map((result) => ({ ...result, submitTime: '' }))
    expect(comparable(ours)).toEqual(comparable(theirs))
    const groups = [...new Set(theirs.results().flatMap((result) => result.groups))]
    const of = (url: string) => Promise.all(groups.map(async (uuid) => await groupAt(url, uuid)))
    expect(await of(ours.url)).toEqual(await of(theirs.url))
  },
)

test.skipIf(!installed)("ResultsDB's own client reads from the lab what Nightjar posted", async () => {
  const lab = await startedLab()
  const client = resultsDb({ url: `${lab.url}/api/v2.0` })
  for (const result of results) await postOnce(client, result, () => false)
  const names = [
    ['openqa', build],
    ['image', 'server.dvd.iso.x86_64.1'],
    ['compose', 'Fedora-Räwhide'],
  ] as const
  const uuids = names.map(([namespace, name]) => groupUuid(namespace, name))

  const said = await askPeers(lab.url, {
    read: [
      { item: serverDvd, testcases: 'compose.install_default_upload' },
      { groups: uuids[0], limit: 3, page: 1 },
      { testcases_like: 'compose.base*' },
    ],
    groups: uuids.slice(0, 2),
    names,
  })

  expect(said).toMatchObject({
    read: [[4, 3, 1], [1], [2]],
    groups: [`openqa.${build}`, 'image.server.dvd.iso.x86_64.1'],
    uuids,
    refused: [
      "Colon not allowed in key name: ['a:b'] (HTTP 400)",
      expect.stringContaining('must be one of: PASSED, INFO, FAILED, NEEDS_INSPECTION'),
    ],
  })
})

async function startedLab() {
  const lab = await startLabResultsDb()
  onTestFinished(() => lab.close())
  return lab
}

function resultOf(raw: RawJob): NewResult {
  const made = resultOfJob(jobOfFedora(raw), reporting)
  if (made.kind === 'result') return made.result
  throw new Error(`expected a result, got ${made.kind}`)
}

async function groupAt(url: string, uuid: string): Promise<unknown> {
  const group: unknown = await (await fetch(`${url}/api/v2.0/groups/${uuid}`)).json()
  return JSON.stringify(group).replaceAll(url, '')
}

/** The arguments of fedora_openqa's report for the same job. */
function inTheirWords({ outcome, testcase, testcaseUrl, url, note, data }: NewResult) {
  const { firmware, arch, scenario } = data
  return {
    outcome,
    tc_name: testcase,
    ref_url: url,
    note,
    source: 'openqa',
    ...(testcaseUrl !== null && { tc_url: testcaseUrl }),
    image: data.item === build ? null : data.item,
    extra: { firmware, arch, scenario },
  }
}

interface Asked {
  readonly report?: readonly object[]
  readonly read?: readonly object[]
  readonly groups?: readonly string[]
  readonly names?: readonly (readonly [string, string])[]
}

async function askPeers(url: string, asked: Asked): Promise<Readonly<Record<string, unknown>>> {
  const { name, type, date, respin, release } = info
  const program = fileURLToPath(new URL('peers.py', import.meta.url))
  const child = spawn('python3', [program, `${url}/api/v2.0`], {
    env: { ...process.env, PYTHONPATH: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 60_000,
  })
  child.stdin.end(
    JSON.stringify({
      composeinfo: { header: {}, payload: { compose: { id: name, type, date, respin }, release } },
      location: reporting.compose.url,
      images: reporting.images.map((image) => ({ ...image, disc_number: image.disc })),
      report: asked.report ?? [],
      read: asked.read ?? [],
      groups: asked.groups ?? [],
      names: asked.names ?? [],
    }),
  )
  return JSON.parse(await text(child.stdout))
}
