import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import type { MissingResult, ResultsOfJobs } from '../../jobs/resultsdb/missing-results.ts'
import { missingResults } from '../../sources/resultsdb/missing-results.ts'
import type { PostEnd } from '../../sources/resultsdb/post-result.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { openQaToRead } from '../../workers/openqa-to-read.ts'
import { openResultsDb } from '../../workers/resultsdb/open-resultsdb.ts'
import { refuseCoreos, type ComposeOptions } from '../composes/compose-argument.ts'
import { opener } from '../composes/open.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { resultsDbMissingForm } from '../forms/resultsdb-missing.ts'
import { takeInterruptions } from '../interruption.ts'
import { jsonOf } from '../json.ts'
import type { JsonOption } from '../options.ts'
import { composeWord } from './compose-word.ts'
import { postMissing } from './post-missing.ts'
import { inWords } from './in-words.ts'

/** The options of `resultsdb missing`. */
export interface MissingOptions extends ComposeOptions, JsonOption {
  readonly post?: boolean
}

/** `nightjar resultsdb missing <compose>` */
export async function missingInResultsDb(word: string, options: MissingOptions): Promise<void> {
  using interruption = takeInterruptions()
  const settings = loadConfig(options.config)
  const resultsdb = openResultsDb(settings)
  if (resultsdb === null) throw new UsageError('no ResultsDB is configured; add url to [resultsdb]')
  const look = async () => {
    const named = await composeWord(word, settings, options)
    const composes = opener(options, [named])
    refuseCoreos(composes.name(named))
    const opened = withId(await composes.open(named))
    const openqa = openQaToRead(settings)
    const { services } = composes
    const question = { composes: services, openqa, openqaUrl: services.places.openqa, resultsdb, opened }
    return { compose: opened.compose, found: await missingResults(question) }
  }
  const { compose, found } = await interruption.orSooner(look())
  const { signal } = interruption
  const ends = options.post ? await postMissing(resultsdb, found.missing, signal) : new Map<number, PostEnd>()
  console.log(options.json ? inJson(compose, found, ends) : inWords(compose, found, ends))
  signal.throwIfAborted()
  process.exitCode = codeOf(found, ends)
}

/** Only the composes of Pungi have what a result says of its compose. */
function withId(opened: OpenedCompose): OpenedCompose & { readonly id: NonNullable<OpenedCompose['id']> } {
  const { id, ref, compose } = opened
  if (id !== null && ref !== null && ref.kind !== 'mash') return { ...opened, id }
  throw new UsageError(
    `results of ${compose} cannot be posted: it has no compose id, or is not one of Fedora's`,
  )
}

function codeOf(found: ResultsOfJobs, ends: ReadonlyMap<number, PostEnd>): number {
  const kinds = found.missing.map(({ job }) => ends.get(job.id)?.kind)
  if (kinds.some((kind) => kind === 'unreachable' || kind === 'unknown')) return exitCode.unreachable
  const isWhole = kinds.every((kind) => kind === 'posted' || kind === 'there')
  return isWhole && found.due + found.pending > 0 ? exitCode.good : exitCode.bad
}

function inJson(compose: string, found: ResultsOfJobs, ends: ReadonlyMap<number, PostEnd>): string {
  return jsonOf(resultsDbMissingForm, {
    compose,
    due: found.due,
    pending: found.pending,
    missing: found.missing.map((each) => ({ ...rowOf(each), posting: postingOf(ends.get(each.job.id)) })),
    early: found.early.map(rowOf),
    unclear: found.unclear.map(({ job, url, why }) => ({ job: job.id, url, test: job.test, why })),
  })
}

function rowOf({ job, result }: MissingResult) {
  return {
    job: job.id,
    url: result.url,
    test: job.test,
    result: job.result,
    finished: job.finishedAt,
    testcase: result.testcase,
    item: result.data.item,
    outcome: result.outcome,
  }
}

function postingOf(end: PostEnd | undefined) {
  if (end === undefined) return null
  return { end: end.kind, id: 'id' in end ? end.id : null, why: 'why' in end ? end.why : null }
}
