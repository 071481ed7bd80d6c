import type { NightRun } from '../../archive/nights/night-run.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { Image } from '../../compose/images/image.ts'
import { nothingKnown, type Before } from '../../jobs/compare/before.ts'
import { latestNightOf, monthNights, type MonthNight } from './month-nights.ts'
import { composeOf, editionOf, runOf } from '../archive/nights.ts'
import { jobsOf } from './month-jobs.ts'
import { imagesOf } from './month-images.ts'

/** The moment at which people look at the month: a night of Rawhide goes on. */
export const lookedAt = new Date('2026-11-25T07:00:00.000Z')

/** Records a month of Rawhide and of Branched, two days of ELN and a candidate, as their workers would. */
export async function recordMonth(archive: NightArchive): Promise<void> {
  for (const night of monthNights()) await record(archive, night)
  const { run, said } = latestNightOf()
  await archive.openRun(run, run.due)
  await archive.seenCompose({
    ...composeOf(run),
    stream: run.stream,
    label: null,
    state: 'STARTED',
    at: run.due,
  })
  for (const { stage, text, at } of said) await archive.heard(run, { stage, said: text, at })
}

async function record(archive: NightArchive, night: MonthNight): Promise<void> {
  const run = runOfMonth(night)
  const compose = composeIdOf(night)
  const images = compose === null ? [] : imagesOf(night)
  const before = await beforeOf(archive, run, images)
  const url = `https://kojipkgs.fedoraproject.org/compose/${night.folder}/${compose}`
  const due = Date.parse(run.due)
  const after = (minutes: number) => new Date(due + minutes * 60_000).toISOString()
  const facts = {
    night: { stream: night.stream, date: night.date, ...(night.hour && { hour: night.hour }) },
    title: night.title,
    workflowId: run.id,
    outcome: night.outcome,
    why: night.why,
    compose: compose === null ? null : { id: compose, url, label: night.label, status: night.status },
    images: compose === null ? null : { expected: 12, missing: night.missing },
    allImages: images,
    before,
    bugs: night.bugs,
    runUrl: `http://127.0.0.1:8233/namespaces/default/workflows/${encodeURIComponent(run.id)}`,
    stages: night.stages.map(({ name, from, to, text }) => ({
      name,
      since: after(from),
      until: after(to),
      lastAnswer: text,
    })),
    at: after(night.reportedAfter),
  }
  if (compose !== null) {
    const { stream, label, status } = night
    for (const [state, minutes] of [
      ['STARTED', 2],
      [status, 150],
    ] as const)
      await archive.seenCompose({ id: compose, stream, label, state, url, at: after(minutes) })
  }
  for (const order of night.orders) await archive.orderTaken(run, order)
  for (const [nth, tries] of night.editions.entries())
    await archive.recordEdition(
      run,
      `key/${nth + 1}`,
      editionOf(run, {
        jobs: compose === null ? [] : jobsOf(night, tries),
        images,
        facts: { ...facts, at: after(night.reportedAfter + nth * 90), orders: night.orders },
      }),
    )
  const { verdict = null } = (await archive.nights({ run: run.id }))[0] ?? {}
  await archive.closeRun(run, {
    at: after(night.reportedAfter + 1),
    outcome: night.outcome,
    verdict: verdict ?? 'unreported',
    compose,
    noReport: night.editions.length === 0 ? 'it was terminated: a typo' : null,
  })
}

function runOfMonth({ stream, date, hour, label }: MonthNight): NightRun {
  const run = runOf(date, stream)
  if (label !== null) return { ...run, id: `candidate/44/${label}`, date: null }
  if (hour === undefined) return run
  return { ...run, id: `${run.id}T${hour}`, due: `${date}T${hour}:00:00.000Z` }
}

function composeIdOf({ outcome, date, idOf }: MonthNight): string | null {
  return outcome === 'absent' ? null : idOf(date.replaceAll('-', ''))
}

async function beforeOf(archive: NightArchive, run: NightRun, images: readonly Image[]): Promise<Before> {
  const nights = await archive.pastNights(run.stream, { before: run.due, nights: 10 })
  const [last] = nights
  const baselineImages = last === undefined ? [] : await archive.imagesOf(last.compose)
  const good = await archive.lastGood(run.stream, { before: run.due })
  return {
    ...nothingKnown(''),
    past: { kind: 'known', nights },
    baselineCompose: last?.compose ?? null,
    baselineImages: baselineImages.length === 0 || images.length === 0 ? null : baselineImages,
    composeless: { nights: 1, lastGood: good?.compose ?? null },
  }
}
