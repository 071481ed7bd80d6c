import { CancellationScope, defineQuery, setHandler, workflowInfo } from '@temporalio/workflow'
import type { NightInput, NightResult, Reported } from './night-run.ts'
import type { NightContext } from './night-context.ts'
import { readNightInput, type TypedNight } from './night-input.ts'
import { recordNight } from './details/night-recorder.ts'
import { toldRecorder } from './details/told-recorder.ts'
import { openSpeaker } from './messages/speaker.ts'
import { speakingRecorder } from './messages/speaking-recorder.ts'
import { openDesk, type Desk } from './orders/desk.ts'
import { openHearing } from './waiting/hearing.ts'
import { standsOf } from './orders/stands.ts'
import { takeNudges } from './waiting/nudge.ts'
import { endEarly } from './end-early.ts'
import { keepOpen } from './open/keep-open.ts'
import { play } from './play.ts'
import { refuseSecondTime } from './second-time.ts'
import { report } from './stages/report.ts'
import type { NightProgress } from './stage.ts'

/** The night's stages as data: state, start, last answer, deadline. */
const progress = defineQuery<NightProgress>('progress')

/** What the night returns at its end, as far as it has reported; null before the first report. */
const reported = defineQuery<NightResult | null>('reported')

/**
 * One night of one stream: from the hour when its compose is due to the report, and then as long as it is
 * worth to watch it.
 */
export async function nightly(typed: TypedNight): Promise<NightResult> {
  const whole = new CancellationScope()
  const context = begin(readNightInput(typed), () => whole.cancel())
  await refuseSecondTime(context)
  context.speaker.say({ kind: 'open' }, context.recorder.progress().compose)
  try {
    return await whole.run(async () => await keepOpen(context, await firstReport(context)))
  } catch (error) {
    return await endEarly(context, error)
  } finally {
    await context.speaker.close()
  }
}

/** The first report of the night, or that of the run which this one takes over. */
async function firstReport(context: NightContext): Promise<Reported | NightResult> {
  const { takesOver } = context.input
  if (takesOver !== undefined) {
    const { result } = takesOver
    return result.left === null ? result : { result, left: result.left, nth: 0 }
  }
  const end = await play(context, 'find', null)
  return 'covered' in end ? end.covered : await report(context, end)
}

function begin(input: NightInput, stop: () => void): NightContext {
  const { workflowId } = workflowInfo()
  const before = input.takesOver?.result
  let desk: Desk | null = null
  const speaker = openSpeaker(input)
  const recorded = toldRecorder(
    recordNight(
      input.night,
      {
        compose: before?.compose ?? null,
        verdict: before?.verdict ?? null,
        ...(before?.left && { stages: before.left.stages, orders: before.left.orders }),
      },
      (now) => ({ workflowId, stands: desk && standsOf(now, desk.state) }),
    ),
  )
  const recorder = speakingRecorder(recorded, speaker)
  // A run that takes over stays open as long as any other.
  if (before) recorder.again('watch')
  const nudge = takeNudges()
  const hearing = openHearing({ recorder, lapMs: input.patience.complete.lapMs })
  desk = openDesk({ input, workflowId, recorder, nudge, stop })
  setHandler(progress, () => recorder.progress(), { description: 'The stages and where each stands.' })
  const { state } = desk
  setHandler(reported, () => state.last, { description: 'The last report; null before the first.' })
  return { input, workflowId, recorder, nudge, hearing, desk, speaker }
}
