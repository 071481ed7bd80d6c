import type { ComposeScript, Disturbance, LabScenario } from '../../lab/script.ts'
import { compose, night, type Otherwise } from '../../lab/usual.ts'

/** A compose that is all but finished when the night begins: its night takes some five seconds. */
export function briefCompose(otherwise: Otherwise = {}): ComposeScript {
  return compose({ later: -280, ...otherwise })
}

/** A Rawhide night of such composes. */
export function briefly(
  name: string,
  composes: readonly ComposeScript[],
  disturbances: readonly Disturbance[] = [],
): LabScenario {
  return {
    name,
    title: name,
    branched: 44,
    nights: [night('rawhide', ...composes)],
    disturbances,
    expects: { rawhide: 'passed', branched: 'absent' },
  }
}
