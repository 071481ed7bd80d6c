import { onTestFinished } from 'vitest'
import { composesOf } from '../../../lab/nightly.ts'
import type { OpenQaFault } from '../../../lab/openqa/fault.ts'
import { composeinfoJson, imagesJson } from '../../../lab/productmd.ts'
import { startLabResultsDb, type ResultsCall } from '../../../lab/resultsdb/server.ts'
import { green } from '../../../lab/scenarios/green.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { configFile } from '../../config-file.ts'
import { build, rawJob, type RawJob } from '../../jobs/resultsdb/job-of-fedora.ts'
import { nightjar } from '../nightjar.ts'

const compose = composesOf(green, '2026-11-24').find(({ id }) => id === build)
/** The file of its Server DVD. */
export const serverDvd =
  compose?.images
    .find(({ subvariant, type, arch }) => `${subvariant} ${type} ${arch}` === 'Server dvd x86_64')
    ?.path.split('/')
    .at(-1) ?? ''

interface Options {
  readonly jobs: readonly RawJob[]
  readonly disturbed?: (call: ResultsCall) => OpenQaFault | null
  readonly login?: string
  /** Of its API, below its address. */
  readonly path?: string
  /** Lines of [resultsdb]. */
  readonly more?: string
  readonly database?: string
}

/** A small Fedora with a compose, an openQA that has these jobs of it, and a ResultsDB. */
export async function fedoraWithResultsDb({
  jobs,
  more = '',
  path = '/api/v2.0',
  database,
  ...options
}: Options) {
  if (compose === undefined) throw new Error('the green scenario has another compose')
  const files: Readonly<Record<string, string>> = {
    'images.json': imagesJson(compose),
    'composeinfo.json': composeinfoJson(compose),
  }
  const server = await stubServer((response, { target }) => {
    const file = files[target.slice(target.lastIndexOf('/') + 1)]
    if (file !== undefined) return response.end(file)
    if (!target.startsWith('/api/v1/jobs?')) return response.writeHead(404).end()
    return response.end(JSON.stringify({ jobs: jobs.map(jobHere) }))
  })
  const db = await startLabResultsDb(options)
  const config = await configFile(`[compose]
tree = "${server.url}/compose"
releases = "${server.url}/release.json"
[openqa]
url = "${server.url}"
[resultsdb]
url = "${db.url}${path}"
${more}
${database === undefined ? '' : `[archive]\nurl = "${database}"`}`)
  onTestFinished(async () => {
    await Promise.all([server[Symbol.asyncDispose](), db.close(), config[Symbol.asyncDispose]()])
  })
  const words = (...args: readonly string[]) =>
    ['resultsdb', 'missing', ...(args.length > 0 ? args : [build]), '--config', config.file] as const
  return { db, words, run: (...args: readonly string[]) => nightjar(...words(...args)), openqa: server.url }
}

/** A job on the Server DVD of this compose. */
function jobHere(job: RawJob): object {
  return rawJob({ ...job, settings: { ISO: serverDvd, ...job.settings } })
}

/** A job on an image, and one on the compose. */
export const two: readonly RawJob[] = [
  { id: 1 },
  { id: 2, result: 'failed', settings: { TEST_TARGET: 'COMPOSE' } },
]
