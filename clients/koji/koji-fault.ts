import { ClientFailure, type FailureKind } from '../failure.ts'
import type { MethodFault } from './xml-rpc-answer.ts'

/**
 * Faults that may pass: the same call can succeed later. Every other fault is permanent (1000 generic, 1002
 * to 1004 rights, 1019 bad parameter, a task's own 1015, 1018, 1022, 1009 "it already ran").
 */
const passing = new Map([
  [1, 'an untyped exception: a database error, if not our own bad argument'],
  [1001, 'a lock is held'],
  [1014, 'the hub is offline: a planned outage, or its database is down'],
])

/** A hub's fault for a whole call, with its number. */
export class KojiFault extends ClientFailure {
  readonly fault: MethodFault

  constructor(fault: MethodFault, what: string) {
    super(kindOf(fault), 'Koji', `${what} is answered with fault ${fault.code}: ${fault.text.slice(0, 300)}`)
    this.fault = fault
  }
}

/** `unreachable` for a fault that may pass, `refused` for a permanent one. */
function kindOf({ code }: MethodFault): FailureKind {
  return passing.has(code) ? 'unreachable' : 'refused'
}
