import { scenarios } from '../../lab/scenarios.ts'
import type { LabScenario } from '../../lab/script.ts'
import { UsageError } from '../exit-code.ts'

/** The lab's scenario with this name. @throws UsageError that lists the names. */
export function readScenario(name: string): LabScenario {
  const found = scenarios.find((scenario) => scenario.name === name)
  if (found) return found
  const names = scenarios.map((scenario) => scenario.name).join(', ')
  throw new UsageError(`expected a scenario (${names}), not ${JSON.stringify(name.slice(0, 60))}`)
}
