import { log } from '@temporalio/workflow'
import type { NightRecorder } from './night-recorder.ts'

/**
 * The same recorder, which also tells the worker's log of each stage and each order. Replays tell nothing.
 */
export function toldRecorder(recorder: NightRecorder): NightRecorder {
  return {
    ...recorder,
    enter(stage, deadlineMs) {
      recorder.enter(stage, deadlineMs)
      log.info(`${stage}: begun`, { stage })
    },
    leave(stage, state, said) {
      recorder.leave(stage, state, said)
      log.info(`${stage}: ${state === 'done' ? 'done' : 'gave up'}; ${said}`, { stage })
    },
    note(order) {
      const { name, asked, became } = order
      recorder.note(order)
      log.info(`order ${name} ${asked}${became === '' ? '' : `: ${became}`}`)
    },
    conclude(verdict, isOpen) {
      recorder.conclude(verdict, isOpen)
      log.info(`reported ${verdict.toUpperCase()}; ${isOpen ? 'the night stays open' : 'the night is over'}`)
    },
  }
}
