import { NativeConnection, type WorkflowBundleOption } from '@temporalio/worker'
import { nightId } from '../../compose/naming/night.ts'
import { labCompose, type LabCompose } from '../../lab/nightly.ts'
import { nightlyTemplates } from '../../lab/openqa/products/nightly.ts'
import type { TemplateSet } from '../../lab/openqa/products/templates.ts'
import type { JobScript, TaskScript } from '../../lab/script.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { Report } from '../../report/report.ts'
import { awaitNight } from '../../workers/await-night.ts'
import type { Settings } from '../../workers/config/config.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { ownWorker } from '../night/own-worker.ts'
import { setSmallStage, type SmallStage } from '../night/small-stage.ts'
import { composeOn, type Story, type StoryNight } from './story.ts'

const arch = 'x86_64'
const machine = '64bit'
const patience = { call: '40 s', act: '60 s', send: '25 s' }

/** A night of a story that was played, and the mail that came of it. */
export interface PlayedNight {
  readonly report: Report
  readonly subjects: readonly string[]
}

/** Plays a story in a lab, one night after the other, with a real Temporal server and archive. */
export async function playStory(
  story: Story,
  { address, bundle }: { readonly address: string; readonly bundle: WorkflowBundleOption },
): Promise<readonly PlayedNight[]> {
  const taskQueue = 'story'
  const composes = story.nights.flatMap((night) => (night.outcome === 'absent' ? [] : [composeOf(night)]))
  await using stage = await setSmallStage(composes, {
    taskQueue,
    guard: () => null,
    patience,
    arch,
    templates: (build) => templatesOf(story, build),
  })
  const own = { ...stage, settings: withRequired(stage.settings, story) }
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const connection = await NativeConnection.connect({ address })
  try {
    const worker = await ownWorker(connection, own, bundle)
    return await worker.runUntil(async () => {
      const played: PlayedNight[] = []
      for (const night of story.nights) played.push(await playNight(client, own, story, night))
      return played
    })
  } finally {
    await Promise.all([client.connection.close(), connection.close()])
  }
}

async function playNight(
  client: Awaited<ReturnType<typeof connectClient>>,
  { settings, archive, lab }: SmallStage,
  { stream, tests }: Story,
  { date, outcome }: StoryNight,
): Promise<PlayedNight> {
  const night = { stream, date }
  const before = lab.inbox.mails().length
  const { find, complete } = settings.patience
  await startNight(client, {
    night,
    flavors: [...new Set(tests.map(({ key }) => key.split(' ')[1] ?? ''))],
    patience: {
      ...settings.patience,
      find: outcome === 'absent' ? { ...find, deadlineMs: 3000 } : find,
      complete: outcome === 'lagging' ? { ...complete, deadlineMs: 3000 } : complete,
    },
    taskQueue: settings.task_queue,
  })
  const { delivery } = await awaitNight(client, nightId(night))
  if (delivery !== null) await client.workflow.getHandle(delivery).result()
  const report = parseReport((await archive.reportOf(nightId(night))) ?? '')
  const mails = lab.inbox.mails().slice(before)
  return { report, subjects: mails.map(({ subject }) => subject) }
}

function composeOf({ date, outcome, missing = [], jobs = {} }: StoryNight): LabCompose {
  return labCompose({
    stream: 'rawhide',
    version: 'Rawhide',
    date,
    script: {
      respin: 0,
      appears: 0,
      statuses: [{ at: 0, status: 'FINISHED_INCOMPLETE' }],
      metadataAt: 0,
      mirror: { halfAt: null, allAt: outcome === 'lagging' ? null : 0 },
      missing,
      tasks: [kdeTask(missing)],
      jobs: Object.entries(jobs).map(([key, job]) => scriptOf(key, job)),
    },
  })
}

function kdeTask(missing: readonly string[]): TaskScript {
  const ends = missing.includes('KDE live x86_64') ? 'FAILED' : 'CLOSED'
  return { name: 'Fedora-KDE-Live', arch, method: 'createLiveMedia', from: -60, until: 0, ends }
}

function scriptOf(
  key: string,
  job: NonNullable<StoryNight['jobs']>[`${string} ${string} x86_64 64bit`],
): JobScript {
  const [test = '', flavor = ''] = key.split(' ')
  return { test, flavor, arch, machine, ...job }
}

/** The templates of the story's tests on the night of a build: the lab has more tests than the story. */
function templatesOf({ tests }: Story, build: string): TemplateSet {
  const there = tests.filter(
    ({ from = '', until = '9' }) => build >= composeOn(from) && build <= composeOn(until),
  )
  const wanted = new Set<string>(there.map(({ key }) => key))
  return {
    ...nightlyTemplates,
    JobTemplates: nightlyTemplates.JobTemplates.filter(
      ({ machine: on, product, test_suite: suite }) =>
        on.name === machine && wanted.has(`${suite.name} ${product.flavor} ${product.arch} ${machine}`),
    ),
  }
}

function withRequired(settings: Settings, { stream, tests }: Story): Settings {
  const required = tests.filter((test) => test.required).map(({ key }) => key)
  const streams = settings.streams.map((each) =>
    each.line.name === stream ? { ...each, required_tests: required } : each,
  )
  return { ...settings, streams }
}
