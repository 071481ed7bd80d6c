import { ClientFailure, type FailureKind } from '../failure.ts'
import type { MethodFault } from './xml-rpc-answer.ts'

/**
 * Faults after which the same call may well be answered. Every other one (1000 generic, 1002 to 1004 rights, 1019 bad
 * parameter, a task's own 1015, 1018, 1022, 1009 "it already ran") stays the same however often it is asked.
 */
const passing = new Map([
  [1, 'an untyped exception: a database error, where it is not our own bad argument'],
  [1001, 'a lock is held'],
  [1014, 'the hub is offline: a planned outage, or its database is down'],
])

/** A hub's fault in answer to a whole call, with its number for who must tell faults apart. */
export class KojiFault extends ClientFailure {
  readonly fault: MethodFault

  constructor(fault: MethodFault, what: string) {
    super(kindOf(fault), 'Koji', `${what} is answered with fault ${fault.code}: ${fault.text.slice(0, 300)}`)
    this.fault = fault
  }
}

/** Whether to ask again: `unreachable` where a fault passes, `refused` where it stays. */
function kindOf({ code }: MethodFault): FailureKind {
  return passing.has(code) ? 'unreachable' : 'refused'
}
