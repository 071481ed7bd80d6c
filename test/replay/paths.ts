import { fileURLToPath } from 'node:url'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import type { Patience } from '../../workflows/patience.ts'
import { briefCompose, briefly } from '../night/brief.ts'
import type { StageOptions } from '../night/stage.ts'

/** One way through the workflow `nightly`, with the night that takes it and how it must end. */
export interface Path {
  readonly name: string
  readonly scenario: LabScenario
  readonly stage?: StageOptions
  readonly patience?: Partial<Patience>
  readonly ends: string
}

const quick = { deadlineMs: 2500, lapMs: 2500, lookMs: 500 }
const failing = { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' } as const
const lostAnswer = { service: 'openqa', from: 0, until: 150, how: 'reset' } as const

/** Where the history of a path is kept. */
export function historyFile(name: string): string {
  return fileURLToPath(new URL(`${name}.json`, import.meta.url))
}

/** Every path that is shipped; each has a history beside this file, which today's code must still replay. */
export const paths: readonly Path[] = [
  { name: 'good', scenario: briefly('good', [briefCompose()]), ends: 'passed' },
  { name: 'absent', scenario: briefly('absent', []), patience: { find: quick }, ends: 'absent' },
  {
    name: 'no-branched',
    scenario: { ...briefly('no-branched', []), branched: null, nights: [night('branched')] },
    ends: 'neutral',
  },
  {
    name: 'doomed-then-respin',
    scenario: briefly('doomed', [
      briefCompose({ status: 'DOOMED' }),
      briefCompose({ respin: 1, later: -150 }),
    ]),
    ends: 'passed',
  },
  {
    name: 'doomed-for-good',
    scenario: briefly('doomed-for-good', [briefCompose({ status: 'DOOMED' })]),
    patience: { find: quick, complete: quick },
    ends: 'unfinished',
  },
  {
    name: 'stuck',
    scenario: briefly('stuck', [compose({ status: 'STARTED', later: -280 })]),
    patience: { complete: quick },
    ends: 'unfinished',
  },
  {
    name: 'partial-then-amended',
    scenario: briefly('partial', [briefCompose()]),
    stage: { jobMinutes: 60 },
    patience: {
      await: { deadlineMs: 1500, lapMs: 1500, lookMs: 500 },
      watch: { deadlineMs: 20_000, lapMs: 6000, lookMs: 500 },
    },
    ends: 'passed',
  },
  {
    name: 'partial-for-good',
    scenario: briefly('partial-for-good', [briefCompose({ jobs: [{ ...failing, hangs: true }] })]),
    patience: { await: quick, watch: quick },
    ends: 'unknown',
  },
  {
    name: 'second-chance',
    scenario: briefly('second-chance', [briefCompose({ jobs: [failing] })]),
    ends: 'failed',
  },
  {
    name: 'openqa-away-while-posting',
    scenario: briefly('away', [briefCompose()], [lostAnswer]),
    ends: 'passed',
  },
]
