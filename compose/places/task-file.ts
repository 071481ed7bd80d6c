/** The URL of the files that the tasks of Fedora's Koji made. */
export const fedoraKojiFiles = 'https://kojipkgs.fedoraproject.org/work'

/** The path of a task's file below {@link fedoraKojiFiles}: `tasks/<id % 10000>/<id>/<name>`. */
export function taskFilePath(task: number, name: string): string {
  return `tasks/${task % 10_000}/${task}/${name}`
}
