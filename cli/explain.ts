import { exitCode } from './exit-code.ts'

/** The exit code and the advice for an error, by its name or by the kind of a client's failure. */
interface Remedy {
  readonly code: number
  readonly advice?: string
}

const outside = 'look at the URL or file yourself: it may be an error page or an unfinished file'

const remedies: Readonly<Record<string, Remedy>> = {
  UsageError: { code: exitCode.usage },
  ConfigMistakes: { code: exitCode.usage },
  WrongConfiguration: { code: exitCode.usage },
  WrongLogOption: { code: exitCode.usage },
  NotDecrypted: { code: exitCode.usage },
  NoTemporal: { code: exitCode.unreachable },
  NamespaceNotFoundError: {
    code: exitCode.unreachable,
    advice: 'set TEMPORAL_NAMESPACE to a namespace that the Temporal server has',
  },
  ArchiveAway: {
    code: exitCode.unreachable,
    advice: 'look at the database that NIGHTJAR_DATABASE_URL names',
  },
  ProgramTooOld: { code: exitCode.usage },
  ArchiveTooOld: { code: exitCode.usage },
  NoPostgres: { code: exitCode.unreachable },
  Interrupted: { code: exitCode.interrupted },
  UnreadableFile: { code: exitCode.bad, advice: outside },
  Garbled: { code: exitCode.unreachable, advice: outside },
  garbled: { code: exitCode.unreachable, advice: outside },
  unreachable: {
    code: exitCode.unreachable,
    advice: 'try again later, or check the network and the address in the configuration',
  },
}

/** The message and the exit code for an error. A bug keeps its stack. */
export function explain(error: unknown): { readonly message: string; readonly code: number } {
  if (!(error instanceof Error)) return { message: String(error), code: exitCode.bad }
  const bug = error instanceof TypeError || error instanceof ReferenceError
  if (bug) return { message: error.stack ?? error.message, code: exitCode.bad }
  const { code, advice: usual } = remedies[nameOf(error)] ?? { code: exitCode.bad }
  const advice = ownAdvice(error) ?? usual
  return { message: advice === undefined ? error.message : `${error.message}; ${advice}`, code }
}

/** The advice that a client's failure has itself. */
function ownAdvice(error: Error): string | null {
  return 'advice' in error && typeof error.advice === 'string' ? error.advice : null
}

/** Causes of a client's failure that are mistakes of the configuration. */
const mistakes = ['ConfigMistakes', 'WrongConfiguration']

/** The name of an error; of a client's failure its kind, or that it is from the configuration. */
function nameOf(error: Error): string {
  if (error.cause instanceof Error && mistakes.includes(error.cause.name)) return error.cause.name
  return error.name === 'ClientFailure' && 'kind' in error ? String(error.kind) : error.name
}
