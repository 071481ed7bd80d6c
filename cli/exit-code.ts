/**
 * The exit codes, for scripts: 0 the answer is good; 1 the answer is bad (broken, missing, not usable,
 * refused); 2 the command or the configuration is wrong; 3 a service did not answer, or its answer cannot be
 * read; 130 Ctrl-C.
 */
export const exitCode = { good: 0, bad: 1, usage: 2, unreachable: 3, interrupted: 130 } as const

/** A wrong use of a command: the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A file on this machine does not have the expected form. It is no answer of a service. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** Ctrl-C or SIGTERM stopped the command. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}
