/**
 * The name of a stream: a line of composes that is tested, each independently of the others. Which streams
 * there are, {@link builtInLines} and the configuration say.
 */
export type Stream = string

/** Whether a word can name a stream: it is a part of workflow ids, paths and search attributes. */
export function isStreamName(word: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(word)
}
