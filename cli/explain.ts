import { exitCode } from './exit-code.ts'

/** How a command ends, and what there is to do, by the name of an error or the kind of a client's failure. */
interface Remedy {
  readonly code: number
  readonly advice?: string
}

const outside = 'look yourself at what is there: an error page or an unfinished file may stand in its place'

const remedies: Readonly<Record<string, Remedy>> = {
  UsageError: { code: exitCode.usage },
  ConfigMistakes: { code: exitCode.usage },
  NoTemporal: { code: exitCode.unreachable },
  NamespaceNotFoundError: {
    code: exitCode.unreachable,
    advice: 'name a namespace that the Temporal server has in TEMPORAL_NAMESPACE',
  },
  ArchiveAway: {
    code: exitCode.unreachable,
    advice: 'look at the database that NIGHTJAR_DATABASE_URL names',
  },
  ProgramTooOld: { code: exitCode.usage },
  NoPostgres: { code: exitCode.unreachable },
  Interrupted: { code: exitCode.interrupted },
  Garbled: { code: exitCode.bad, advice: outside },
  garbled: { code: exitCode.bad, advice: outside },
  unreachable: {
    code: exitCode.unreachable,
    advice:
      'no answer is not a no: try again later, or look at the address in the configuration and the network',
  },
}

/** What a person is told of an error, and how the command ends. An error that is a bug keeps its stack. */
export function explain(error: unknown): { readonly message: string; readonly code: number } {
  if (!(error instanceof Error)) return { message: String(error), code: exitCode.bad }
  const bug = error instanceof TypeError || error instanceof ReferenceError
  if (bug) return { message: error.stack ?? error.message, code: exitCode.bad }
  const { code, advice } = remedies[nameOf(error)] ?? { code: exitCode.bad }
  return { message: advice === undefined ? error.message : `${error.message}; ${advice}`, code }
}

/** A client's failure goes by its kind. */
function nameOf(error: Error): string {
  return error.name === 'ClientFailure' && 'kind' in error ? String(error.kind) : error.name
}
