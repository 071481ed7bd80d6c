import { DefaultLogger, type LogEntry, type LogLevel } from '@temporalio/worker'
import { safeLine } from '../../compose/safe-line.ts'

/** How a worker tells its operator what it does. */
export interface LogOptions {
  readonly format: 'text' | 'json'
  readonly level: LogLevel
}

const levels: Readonly<Record<string, LogLevel>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
}

/** A wrong value of `NIGHTJAR_LOG` or `NIGHTJAR_LOG_LEVEL`. */
class WrongLogOption extends Error {
  override readonly name = 'WrongLogOption'
}

/** Text for a person at a terminal, else JSON; `NIGHTJAR_LOG` and `NIGHTJAR_LOG_LEVEL` say otherwise. */
export function logOptions(environment: NodeJS.ProcessEnv, isTerminal: boolean): LogOptions {
  const format = environment['NIGHTJAR_LOG'] || (isTerminal ? 'text' : 'json')
  const word = environment['NIGHTJAR_LOG_LEVEL'] || 'info'
  const level = Object.hasOwn(levels, word) ? levels[word] : undefined
  if (format !== 'text' && format !== 'json')
    throw new WrongLogOption(`NIGHTJAR_LOG: expected text or json, but it is ${safeLine(format, 40)}`)
  if (level === undefined)
    throw new WrongLogOption(
      `NIGHTJAR_LOG_LEVEL: expected ${Object.keys(levels).join(', ')}, but it is ${safeLine(word, 40)}`,
    )
  return { format, level }
}

/** A logger that writes one line for each thing that happens in a night. */
export function operatorLog({ format, level }: LogOptions, write: (line: string) => void): DefaultLogger {
  return new DefaultLogger(level, (entry) => {
    if (level !== 'DEBUG' && isOfTheSdk(entry)) return
    write(format === 'json' ? jsonLine(entry) : textLine(entry))
  })
}

/** What the SDK warns of though it is meant: the queue of a service has activities only. */
const meant = 'No workflows registered'

/** The SDK tells of each change of its state; only what goes wrong there is worth a line. */
function isOfTheSdk({ level, meta, message }: LogEntry): boolean {
  const component: unknown = meta?.['sdkComponent']
  return message.startsWith(meant) || (level === 'INFO' && (component === 'worker' || component === 'core'))
}

/** What tells of which night a line is. */
interface Place {
  readonly night: string | null
  readonly details: Readonly<Record<string, unknown>>
}

const kept = new Set(['stage', 'error', 'attempt', 'activityType', 'workflowType'])

function placeOf({ meta = {} }: LogEntry): Place {
  const night: unknown = meta['workflowId'] ?? workflowOf(meta['workflowExecution'])
  const details = Object.fromEntries(Object.entries(meta).filter(([key]) => kept.has(key)))
  return { night: typeof night === 'string' ? night : null, details }
}

function workflowOf(execution: unknown): unknown {
  if (typeof execution !== 'object' || execution === null || !('workflowId' in execution)) return null
  return execution.workflowId
}

function timeOf({ timestampNanos }: LogEntry): string {
  return new Date(Number(timestampNanos / 1_000_000n)).toISOString()
}

function jsonLine(entry: LogEntry): string {
  const { night, details } = placeOf(entry)
  const error = details['error']
  return JSON.stringify({
    time: timeOf(entry),
    level: entry.level.toLowerCase(),
    ...(night !== null && { night }),
    message: entry.message,
    ...details,
    ...(error instanceof Error && { error: error.message }),
  })
}

function textLine(entry: LogEntry): string {
  const { night, details } = placeOf(entry)
  const { error } = details
  const level = entry.level === 'INFO' ? [] : [`${entry.level}:`]
  const why = error instanceof Error ? [`(${error.message})`] : []
  const time = timeOf(entry).slice(0, 19).replace('T', ' ')
  return safeLine([time, ...(night === null ? [] : [night]), ...level, entry.message, ...why].join(' '), 1000)
}
