import type { StagePatience } from '../../workflows/patience.ts'

const stage = { deadline: '20 min', lap: '1 min', look: '700 ms' }

/**
 * The patience of nights in tests, with the keys of the configuration. Its limits only end what hangs: no
 * load makes a night reach them. A stage that is to end at its deadline gets {@link soon} from its test.
 */
export const unhurried = {
  find: stage,
  complete: stage,
  schedule: stage,
  await: stage,
  // One look: a test that waits for a respin has other patience.
  respins: { deadline: '2 h', lap: '2 h', look: '1 h' },
  call: '4 min',
  act: '5 min',
  send: '5 min',
  deliver: '20 min',
}

/** A deadline that a night is to end at: before it there are only looks that wait for nothing else. */
export const soon: StagePatience = { deadlineMs: 10_000, lapMs: 6000, lookMs: 700 }
