/**
 * How a command ends, for scripts: 0 the answer is good; 1 the answer is bad (broken, missing, not usable, refused);
 * 2 the command or the configuration is wrong; 3 a service could not be asked, so there is no answer; 130 Ctrl-C.
 */
export const exitCode = { good: 0, bad: 1, usage: 2, unreachable: 3, interrupted: 130 } as const

/** A command that was asked for something that cannot be: the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Ctrl-C, or SIGTERM: what was started has been stopped. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}
