import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../../report/facts.ts'
import { makeReport } from '../../../report/make-report.ts'
import { mailOccasions, type MailOccasion, type MailRule } from '../../../report/rules/mail-rule.ts'
import { wants } from '../../../report/rules/wants.ts'
import { imageOf } from '../../archive/nights.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { green, pastOf } from '../green-night.ts'

const lastNight = '2026-11-23'
const kde = { test: 'kde_extra', flavor: 'KDE-live-iso', arch: 'x86_64' }
/** A test of KDE that passed. */
export const passes = jobOf({ id: 4001, ...kde })
/** The same, failed. */
export const fails = jobOf({ id: 4001, ...kde, result: 'failed', failedModules: ['browser'] })
/** The same, broken off. */
export const brokeOff = jobOf({ id: 4001, ...kde, result: 'incomplete' })

/** A night whose tests are those of a green one and one of KDE, tonight and the night before. */
export function afterNight(tonight: typeof passes, before: typeof passes, more: Partial<NightFacts> = {}) {
  const past = [
    pastOf([...green.jobs.every, before], lastNight),
    pastOf([...green.jobs.every, passes], '2026-11-22'),
  ]
  return {
    ...green,
    jobs: buildJobs([...green.jobs.every, tonight]),
    before: { ...green.before, past: { kind: 'known' as const, nights: past }, baselineImages: [] },
    ...more,
  }
}

/** The same, degraded by a post of Server that openQA refused. */
export function degraded(tonight: typeof passes, before: typeof passes) {
  return afterNight(tonight, before, {
    posts: [{ kind: 'refused', flavor: 'Server-dvd-iso', arch: 'aarch64', why: 'no template' }],
  })
}

const kdeLive = { subvariant: 'KDE', type: 'live', arch: 'x86_64' }
const lacksKde = {
  images: { expected: 10, missing: [{ ...kdeLive, blocking: false, why: 'no task', koji: null }] },
}
const ended = { jobs: buildJobs([]), posts: [], images: null, compose: null }

/** Nothing is other than the night before. */
export const quiet = afterNight(passes, passes)
/** Nights by what is special about them. */
export const nights = {
  'like the night before': quiet,
  'with a new failure': afterNight(fails, passes),
  'with an old failure': afterNight(fails, fails),
  'with a test that is fixed': afterNight(passes, fails),
  'without a test that ran the night before': afterNight(brokeOff, passes),
  'without an image that the baseline had': {
    ...quiet,
    ...lacksKde,
    before: { ...quiet.before, baselineImages: [imageOf(kdeLive)] },
  },
  'without an image that the baseline lacked, too': { ...quiet, ...lacksKde },
  'with an image that came': { ...quiet, allImages: [imageOf(kdeLive)] },
  'with a post that openQA refused': {
    ...quiet,
    posts: [{ kind: 'refused', flavor: kde.flavor, arch: kde.arch, why: 'no template' }],
  },
  'that nothing is known before': {
    ...quiet,
    before: { ...quiet.before, past: { kind: 'known', nights: [] } },
  },
  'at whose end openQA was away': { ...quiet, outcome: 'unfinished-tests', awaited: 'unreachable' },
  'without a compose': { ...quiet, ...ended, outcome: 'absent' },
  'without a complete compose': { ...quiet, ...ended, outcome: 'unfinished-compose' },
  'on which nobody could look': { ...quiet, ...ended, outcome: 'unobserved', unansweredSince: quiet.at },
  'that a person stopped': { ...quiet, ...ended, outcome: 'cancelled' },
  'without a Branched release': { ...quiet, ...ended, outcome: 'no-branched' },
} as const satisfies Readonly<Record<string, NightFacts>>

/** One of {@link nights}. */
export type NightName = keyof typeof nights

const reports = new Map(Object.entries(nights).map(([name, facts]) => [name, makeReport(facts)]))

/** The report on one of them. */
export function reportOn(name: string) {
  const report = reports.get(name)
  if (report === undefined) throw new Error(`no night ${name}`)
  return report
}

/** A rule for everything. */
export function rule(when: MailOccasion, otherwise: Partial<MailRule> = {}): MailRule {
  return { to: ['qa@example.org'], when, streams: null, arches: null, subvariants: null, ...otherwise }
}

/** The occasions that a night is, beside those of `always`, after a night with some verdict. */
export function occasionsOf(name: string, before: string | null, scope: Partial<MailRule> = {}) {
  return mailOccasions.filter((when) => wants(rule(when, scope), reportOn(name), before))
}
