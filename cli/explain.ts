import { exitCode } from './exit-code.ts'

const codes: Readonly<Record<string, number>> = {
  UsageError: exitCode.usage,
  ConfigMistakes: exitCode.usage,
  NoTemporal: exitCode.unreachable,
  Interrupted: exitCode.interrupted,
}

/** What a person is told of an error, and how the command ends. An error that is a bug keeps its stack. */
export function explain(error: unknown): { readonly message: string; readonly code: number } {
  if (!(error instanceof Error)) return { message: String(error), code: exitCode.bad }
  if ('kind' in error && error.name === 'ClientFailure') {
    return {
      message: error.message,
      code: error.kind === 'unreachable' ? exitCode.unreachable : exitCode.bad,
    }
  }
  const bug = error instanceof TypeError || error instanceof ReferenceError
  return {
    message: bug ? (error.stack ?? error.message) : error.message,
    code: codes[error.name] ?? exitCode.bad,
  }
}
