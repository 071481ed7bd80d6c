import type { NightRecorder } from '../details/night-recorder.ts'
import type { StageName } from '../stage.ts'
import type { Speaker } from './speaker.ts'

/** The same recorder, which also says on the bus how the stages stand, and each order. */
export function speakingRecorder(recorder: NightRecorder, speaker: Speaker): NightRecorder {
  const compose = () => recorder.progress().compose
  const lastOf = new Map<string, string>()
  // An open night enters and leaves its last stage at each order.
  const stageStands = (stage: StageName, state: 'running' | 'done' | 'gave-up', said: string) => {
    const key = `${state} ${said}`
    if (lastOf.get(stage) === key) return
    lastOf.set(stage, key)
    speaker.say({ kind: 'stage', stage, state, said }, compose())
  }
  return {
    ...recorder,
    enter(stage, deadlineMs) {
      recorder.enter(stage, deadlineMs)
      stageStands(stage, 'running', '')
    },
    leave(stage, state, said) {
      recorder.leave(stage, state, said)
      stageStands(stage, state, said)
    },
    note(order) {
      const { name, asked, by, became } = order
      recorder.note(order)
      speaker.say({ kind: 'order', order: name, asked, by, became }, compose())
    },
  }
}
