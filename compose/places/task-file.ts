/** Where Fedora's Koji keeps the files that tasks make. */
export const fedoraKojiFiles = 'https://kojipkgs.fedoraproject.org/work'

/**
 * The path of a task's file below {@link fedoraKojiFiles}, which sorts tasks by the last four digits of their
 * ids.
 */
export function taskFilePath(task: number, name: string): string {
  return `tasks/${task % 10_000}/${task}/${name}`
}
