import type { ComposeInfo } from '../../../compose/images/composeinfo.ts'
import { readComposeId } from '../../../compose/naming/compose-id.ts'
import { parseReportedJobs, type ReportedJob } from '../../../jobs/resultsdb/reported-job.ts'
import type { Reporting } from '../../../jobs/resultsdb/result-of-job.ts'
import { nightlyImages } from '../nightly-images.ts'

export const build = 'Fedora-Rawhide-20261124.n.0'

/** What its composeinfo.json says. */
export const info: ComposeInfo = {
  name: build,
  id: readComposeId(build),
  type: 'nightly',
  date: '20261124',
  respin: 0,
  label: null,
  release: { name: 'Fedora', short: 'Fedora', version: 'Rawhide' },
  variants: [],
}

export const reporting: Reporting = {
  compose: {
    info,
    url: 'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  },
  images: nightlyImages,
  openqaUrl: 'https://openqa.fedoraproject.org',
}

/** The file of the Server DVD. */
export const serverDvd = 'Fedora-Server-dvd-x86_64-Rawhide-20261124.n.0.iso'

/** What openQA says of a job: it tested the Server DVD, and passed. */
export interface RawJob {
  readonly id?: number
  readonly test?: string
  readonly state?: string
  readonly result?: string
  readonly clone_id?: number | null
  readonly t_finished?: string | null
  readonly modules?: readonly object[]
  readonly settings?: Readonly<Record<string, string | undefined>>
}

/** The same as JSON. A setting that is undefined is not there. */
export function rawJob({ settings = {}, ...changes }: RawJob = {}): object {
  const all = {
    DISTRI: 'fedora',
    VERSION: 'Rawhide',
    FLAVOR: 'Server-dvd-iso',
    ARCH: 'x86_64',
    MACHINE: '64bit',
    BUILD: build,
    SUBVARIANT: 'Server',
    IMAGETYPE: 'dvd',
    TEST_TARGET: 'ISO',
    ISO: serverDvd,
    ...settings,
  }
  return {
    id: 4711,
    test: 'install_default_upload',
    state: 'done',
    result: 'passed',
    clone_id: null,
    t_finished: '2026-11-24T07:00:00',
    modules: [],
    ...changes,
    settings: JSON.parse(JSON.stringify(all)),
  }
}

/** The job as it is read. */
export function jobOfFedora(raw: RawJob = {}): ReportedJob {
  const [job] = parseReportedJobs(build, { jobs: [rawJob(raw)] })
  if (job === undefined) throw new Error('expected a job')
  return job
}
