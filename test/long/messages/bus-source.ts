import type { NightClock } from '../../../lab/clock.ts'
import type { Lab } from '../../../lab/lab.ts'
import type { LabCompose } from '../../../lab/nightly.ts'
import type { Minute } from '../../../lab/script.ts'

/** How the messages of a play come. */
export interface BusWay {
  /** Lab minutes after the event, once for each time that the message comes. */
  readonly delays: () => readonly Minute[]
  /** Whether made-up messages come beside the true ones, some each lab minute. */
  readonly forged?: true
}

/** A message that was sent. */
export interface SentMessage {
  readonly compose: string
  /** What it tells of: the compose itself, one of its tasks in Koji, or the last of its jobs. */
  readonly about: 'compose' | 'task' | 'jobs'
  readonly at: Minute
}

/** What Fedora's services say of the composes of a lab. */
export interface BusSource extends Disposable {
  readonly sent: readonly SentMessage[]
}

type Tell = (topic: string, body: object) => void
type Say = (compose: string, about: SentMessage['about'], topic: string, body: object) => void

/** Tells of everything that happens in a lab, in some way. */
export function startSource(
  { openqa }: Pick<Lab, 'openqa'>,
  clock: NightClock,
  composes: readonly LabCompose[],
  { way, tell }: { readonly way: BusWay; readonly tell: Tell },
): BusSource {
  const sent: SentMessage[] = []
  const say: Say = (compose, about, topic, body) => {
    for (const delay of way.delays())
      clock.at(clock.now() + delay, () => {
        sent.push({ compose, about, at: clock.now() })
        tell(topic, body)
      })
  }
  for (const compose of composes) tellOf(compose, clock, say)
  const told = new Set<number>()
  const ends = setInterval(() => {
    const jobs = openqa.jobs()
    const open = Map.groupBy(
      jobs.filter(({ state }) => state !== 'done'),
      ({ settings }) => settings['BUILD'],
    )
    for (const { id, state, settings } of jobs) {
      const { BUILD = '', TEST = '' } = settings
      if (state !== 'done' || told.has(id)) continue
      told.add(id)
      const remaining = open.get(BUILD)?.length ?? 0
      const body = { BUILD, TEST, id, remaining, result: 'passed' }
      // A message of a job that is not the last one changes nothing, and nobody waits for it.
      if (remaining === 0) say(BUILD, 'jobs', 'openqa.job.done', body)
      else tell('openqa.job.done', body)
    }
  }, clock.realMs(0.2))
  const forges = setInterval(() => {
    if (way.forged) for (const { id } of composes) forge(id, tell)
  }, clock.realMs(1))
  return {
    sent,
    [Symbol.dispose]() {
      clearInterval(ends)
      clearInterval(forges)
    },
  }
}

/** The messages of a compose itself: its STATUS, its tasks in Koji, its sync to the mirrors. */
function tellOf({ id, version, stream, script }: LabCompose, clock: NightClock, say: Say): void {
  for (const { at, status } of script.statuses)
    clock.at(at, () => say(id, 'compose', 'pungi.compose.status.change', { compose_id: id, status }))
  const release = releaseOf(id)
  for (const { until, name, arch, method, ends } of script.tasks) {
    const request = [name, version, [arch], 'f45', 'x.ks', { release }]
    const body = { method, new: ends, info: { request } }
    clock.at(until, () => say(id, 'task', 'buildsys.task.state.change', body))
  }
  if (script.mirror.allAt !== null)
    // The sync ends when all files are there.
    clock.at(script.mirror.allAt + 0.1, () =>
      say(id, 'compose', `compose.${stream}.rsync.complete`, { compose_id: id }),
    )
}

/** Messages that are well formed, and not true. */
function forge(id: string, tell: Tell): void {
  const nth = Math.floor(Math.random() * 1000)
  tell('pungi.compose.status.change', { compose_id: id, status: 'FINISHED' })
  tell('pungi.compose.status.change', { compose_id: id.replace(/\d+$/, String(nth)), status: 'FINISHED' })
  tell('openqa.job.done', { BUILD: id, remaining: 0, result: 'failed' })
  tell('openqa.job.restart', { BUILD: id })
  const request = ['Fedora-KDE-Live', 'Rawhide', ['x86_64'], 'f45', 'x.ks', { release: releaseOf(id) }]
  tell('buildsys.task.state.change', { method: 'livemedia', new: 'FAILED', info: { request } })
}

/** `20340101.n.0` */
function releaseOf(compose: string): string {
  return compose.split('-').slice(2).join('-')
}
