import type { NightInput } from '../night-run.ts'
import { refused } from './refused.ts'

type Takeover = Pick<NightInput, 'takesOver' | 'order'>

/**
 * The members by which a run takes over one of its night that has ended. A command writes them, from the
 * result of that run. @throws ApplicationFailure, final
 */
export function readTakeover({ takesOver, order }: Readonly<Record<string, unknown>>): Takeover {
  if (takesOver === undefined && order === undefined) return {}
  if (isTakeover(takesOver) && isOrder(order)) return { takesOver, order }
  throw refused('takesOver and order come together, as `nightjar rerun` writes them')
}

function isTakeover(value: unknown): value is NonNullable<Takeover['takesOver']> {
  if (!isObject(value) || typeof value['run'] !== 'string' || !isObject(value['result'])) return false
  const { outcome, left } = value['result']
  return (
    typeof outcome === 'string' && isObject(left) && isObject(left['ending']) && Array.isArray(left['stages'])
  )
}

function isOrder(value: unknown): value is NonNullable<Takeover['order']> {
  return isObject(value) && (value['name'] === 'rerun' || value['name'] === 'accept')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
