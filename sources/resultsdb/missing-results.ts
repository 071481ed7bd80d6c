import type { OpenQa } from '../../clients/openqa/openqa.ts'
import type { ResultsDb } from '../../clients/resultsdb/resultsdb.ts'
import { groupUuid } from '../../clients/resultsdb/group-uuid.ts'
import { Garbled } from '../../compose/garbled.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { openQaGroup } from '../../jobs/resultsdb/about-compose.ts'
import { compareWithResults, otherHost, type ResultsOfJobs } from '../../jobs/resultsdb/missing-results.ts'
import { parseReportedJobs } from '../../jobs/resultsdb/reported-job.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { readInfo } from '../read-info.ts'
import { findResults } from './find-results.ts'

/** Whom to ask, and which compose about. */
export interface MissingQuestion {
  readonly composes: ComposeSource
  readonly openqa: OpenQa
  /** Of openQA, without a closing slash. */
  readonly openqaUrl: string
  readonly resultsdb: ResultsDb
  readonly opened: OpenedCompose & { readonly id: NonNullable<OpenedCompose['id']> }
}

/**
 * The jobs of a compose that ended without a result in ResultsDB. Its results are those of the group that
 * fedora_openqa puts them into.
 * @throws ClientFailure, Garbled: without all three answers nothing is missing and nothing is there
 */
export async function missingResults(question: MissingQuestion): Promise<ResultsOfJobs> {
  const { composes, openqa, openqaUrl, resultsdb, opened } = question
  const build = opened.compose
  const { namespace, name } = openQaGroup(build)
  const info = await readInfo(composes, opened.id)
  // openQA first: a job that is reported between the two looks has its result in the second.
  const jobs = parseReportedJobs(build, await openqa.everyJobOfBuild(build))
  const known = await findResults(resultsdb, { groups: groupUuid(namespace, name) })
  const other = otherHost(known, openqaUrl)
  if (other !== null)
    throw new Garbled(
      `results in ResultsDB that link to ${openqaUrl}, as openqa.url says`,
      `links to ${other}`,
    )
  const reporting = { compose: { info, url: opened.tree }, images: opened.images, openqaUrl }
  return compareWithResults(jobs, known, { ...reporting, at: new Date().toISOString() })
}
