import { WorkflowFailedError, WorkflowNotFoundError, type WorkflowHandle } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import { nightId, type Night } from '../../compose/naming/night.ts'
import type { Spoil } from '../../lab/gates/spoil.ts'
import { startChild, type Child } from '../../workers/child.ts'
import { startNight } from '../../workers/start-night.ts'
import { composeChanged } from '../../workflows/waiting/nudge.ts'
import type { openNight } from '../../workflows/open-night.ts'
import { awaitNight } from '../../workers/await-night.ts'
import type { Ground } from './ground.ts'
import type { Cell } from './matrix-cells.ts'
import { ownWorker } from './own-worker.ts'
import type { SmallStage } from './small-stage.ts'

/** A night of the matrix, as those meet it who let something go wrong with it. */
export interface Underway {
  readonly ground: Ground
  readonly stage: SmallStage
  readonly night: Night
  readonly taskQueue: string
  /** Waits for what the night is played to; to its first report, delivered, if absent. */
  readonly end?: () => Promise<NightResult>
}

/** How a call goes wrong, and how the night is played around it. */
export interface Mishap {
  readonly spoil: Spoil
  /** Where the night's work is queued: workers that are killed have a queue for themselves. */
  taskQueue(ground: Ground, night: Night): string
  /** Plays the started night to its end; `redelivered` are the answers to every further start. */
  play(underway: Underway): Promise<{ readonly result: NightResult; readonly redelivered: readonly string[] }>
  /** Leaves nothing running, also of a night that has no end. */
  clear(): Promise<void>
}

/** The mishap of a cell, with a night that is known once its lab stands. */
export function mishapOf(
  { moment, mishap }: Pick<Cell, 'moment' | 'mishap'>,
  night: Promise<Underway>,
): Mishap {
  switch (mishap) {
    case 'reset':
    case '502':
      return spoiled({ when: moment, how: mishap })
    case 'timeout':
      return spoiled({ when: moment, how: 'hang' })
    case 'duplicate':
      return duplicated(moment, night)
    case 'killed':
      return killed(moment)
    default:
      return mishap satisfies never
  }
}

function spoiled(spoil: Spoil): Mishap {
  return {
    spoil,
    taskQueue: ({ taskQueue }) => taskQueue,
    play: async (underway) => ({ result: await resultOf(underway), redelivered: [] }),
    clear: () => Promise.resolve(),
  }
}

function duplicated(when: Spoil['when'], night: Promise<Underway>): Mishap {
  const opened: Promise<string>[] = []
  const meanwhile = async () => {
    const underway = await night
    opened.push(startAgain(underway), openAgain(underway))
    const handle = underway.ground.client.workflow.getHandle(nightId(underway.night))
    for (let nth = 0; nth < 3; nth++) await nudge(handle)
  }
  return {
    ...spoiled({ when, how: 'answer', meanwhile }),
    async play(underway) {
      const result = await resultOf(underway)
      return { result, redelivered: await Promise.all([...opened, startAgain(underway)]) }
    },
  }
}

/** A night that is over while its mail is under way hears nothing. */
async function nudge(night: WorkflowHandle): Promise<void> {
  try {
    await night.signal(composeChanged)
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}

async function startAgain({ ground, stage, night, taskQueue }: Underway): Promise<string> {
  const { patience } = stage.settings
  const { started } = await startNight(ground.client, { night, patience, taskQueue })
  return started ? 'started again' : 'was there'
}

/** What the stream's Schedule starts at the hour of the night. */
async function openAgain({ ground, stage, night, taskQueue }: Underway): Promise<string> {
  const due = { name: 'TemporalScheduledStartTime', type: 'DATETIME' } as const
  const said = await ground.client.workflow
    .execute<typeof openNight>('openNight', {
      workflowId: `opener/${nightId(night)}`,
      taskQueue,
      args: [{ stream: night.stream, patience: stage.settings.patience }],
      typedSearchAttributes: [{ key: due, value: new Date(`${night.date}T05:15:00Z`) }],
    })
    // A night that is over while its mail is under way has ended, and that is no success.
    .catch((error: unknown) => String(error instanceof WorkflowFailedError ? error.cause?.message : error))
  const isThere = new RegExp(`^${nightId(night)} (?:was started before; it is in|ended )`).test(said)
  return isThere ? 'was there' : said
}

function killed(when: Spoil['when']): Mishap {
  const { promise: death, resolve: dies } = Promise.withResolvers<void>()
  let victim: Child | null = null
  const kill = async () => {
    victim?.kill('SIGKILL')
    await victim?.ended
    dies()
  }
  return {
    spoil: { when, how: 'reset', meanwhile: kill },
    taskQueue: (_, { date }) => `killed-${date}`,
    async play(underway) {
      victim = startVictim(underway)
      await Promise.race([death, victim.ended])
      const { stage, ground } = underway
      const heir = await ownWorker(ground.connection, stage, ground.bundle)
      return { result: await heir.runUntil(() => resultOf(underway)), redelivered: [] }
    },
    clear: kill,
  }
}

function startVictim({ ground, stage: { file } }: Underway): Child {
  const program = `${import.meta.dirname}/doomed-worker.ts`
  return startChild(process.execPath, [program, file, ground.bundle.codePath, ground.address], {
    log: `${file}.log`,
  })
}

async function resultOf({ ground, night, end }: Underway): Promise<NightResult> {
  return await (end?.() ?? awaitNight(ground.client, nightId(night)))
}
