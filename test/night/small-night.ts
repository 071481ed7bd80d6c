import { labCompose, type LabCompose } from '../../lab/nightly.ts'
import { nightlyTemplates } from '../../lab/openqa/products/nightly.ts'
import type { TemplateSet } from '../../lab/openqa/products/templates.ts'
import type { ComposeScript, JobScript } from '../../lab/script.ts'
import type { Night } from '../../compose/naming/night.ts'
import type { Patience, StagePatience } from '../../workflows/patience.ts'

/** The arch with the fewest flavors. */
export const smallArch = 'ppc64le'

/** The flavors of a small night, which is one post each. */
export const smallFlavors: readonly string[] = [
  'Cloud_Base-qcow2-qcow2',
  'Everything-boot-iso',
  'Server-boot-iso',
  'Server-dvd-iso',
  'Workstation-live-iso',
  'universal',
]

const suites = new Set([
  'install_default',
  'install_default_upload',
  'base_selinux',
  'base_services_start',
  'cloud_autocloud',
  'install_anaconda_text',
])

/** A few jobs for each of the flavors, eleven in all. */
export const smallTemplates: TemplateSet = {
  ...nightlyTemplates,
  JobTemplates: nightlyTemplates.JobTemplates.filter(
    ({ machine, test_suite: suite }) => machine.name === smallArch && suites.has(suite.name),
  ),
}

/** A night's compose that is complete everywhere from the first minute on. */
export function smallCompose({ stream, date }: Night, jobs: readonly JobScript[]): LabCompose {
  const script: ComposeScript = {
    respin: 0,
    appears: 0,
    statuses: [{ at: 0, status: 'FINISHED' }],
    metadataAt: 0,
    mirror: { halfAt: null, allAt: 0 },
    missing: [],
    tasks: [
      {
        name: 'Fedora-KDE-Live',
        arch: smallArch,
        method: 'createLiveMedia',
        from: -60,
        until: 0,
        ends: 'CLOSED',
      },
    ],
    jobs,
  }
  return labCompose({ stream, version: stream === 'rawhide' ? 'Rawhide' : '44', date, script })
}

const stage: StagePatience = { deadlineMs: 1_200_000, lapMs: 60_000, lookMs: 400 }

/** So patient that whatever happens to single calls, no stage gives up. */
export function patientOf(usual: Patience): Patience {
  return {
    ...usual,
    find: stage,
    complete: stage,
    schedule: stage,
    await: stage,
    watch: { ...stage, deadlineMs: 0 },
    respins: { deadlineMs: 7_200_000, lapMs: 7_200_000, lookMs: 3_600_000 },
    deliverMs: 1_200_000,
  }
}
