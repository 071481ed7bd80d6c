/**
 * The time of an activity in a test: a part of it is how long the archive may take. The mock's own is a
 * second, and a busy machine would have an archive that is away.
 */
export const startToCloseTimeoutMs = 600_000
