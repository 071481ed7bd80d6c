import { HubFault } from './fault.ts'
import { isLazy } from './list-tasks.ts'
import { callMethod } from './methods.ts'
import type { HubTask } from './row.ts'
import { isList, isStruct, type HubValue } from './value.ts'
import type { HubCall } from './read.ts'

/** The answer to a call. @throws HubFault */
export function answerCall(tasks: readonly HubTask[], { method, params }: HubCall): HubValue {
  if (method === 'multiCall' || method === 'system.multicall') return multiCall(tasks, params[0] ?? [])
  return callMethod(tasks, method, params)
}

/** The text of a fault; that of a Python exception begins with its class. */
export function faultText({ python, message }: HubFault): string {
  return python === null ? message : `<class '${python}'>: ${message}`
}

function multiCall(tasks: readonly HubTask[], calls: HubValue): HubValue {
  if (!isList(calls)) throw HubFault.python('TypeError', "'int' object is not iterable")
  return calls.map((call) => entry(tasks, call))
}

/** A list with the value, or a fault with a traceback: a bad call does not disturb the others. */
function entry(tasks: readonly HubTask[], call: HubValue): HubValue {
  try {
    return [answerCall(tasks, readEntry(call))]
  } catch (thrown) {
    if (!(thrown instanceof HubFault) || comesTooLate(thrown, call)) throw thrown
    const fault = { faultCode: thrown.code, faultString: thrown.message }
    return thrown.stored
      ? fault
      : { ...fault, traceback: ['Traceback (most recent call last):\n', `${thrown.message}\n`] }
  }
}

function readEntry(call: HubValue): HubCall {
  if (!isStruct(call)) throw HubFault.python('TypeError', 'list indices must be integers or slices, not str')
  const { methodName, params } = call
  if (typeof methodName !== 'string') throw HubFault.python('KeyError', 'methodName')
  if (!isList(params)) throw HubFault.python('KeyError', 'params')
  return { method: methodName, params }
}

/** The hub runs an unlimited listTasks while it writes the whole answer, so its SQL error comes then. */
function comesTooLate(fault: HubFault, call: HubValue): boolean {
  if (!fault.inQuery || !isStruct(call) || !isList(call['params'])) return false
  return call['methodName'] === 'listTasks' && isLazy(call['params'][1] ?? null)
}
