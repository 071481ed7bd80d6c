import { globSync, readFileSync, statSync } from 'node:fs'

/** The files that a person deploys, by their paths. */
export const deployed: ReadonlyMap<string, string> = new Map(
  ['Dockerfile', 'docker-compose.yml', ...globSync('deploy/**')]
    .filter((path) => statSync(path).isFile())
    .toSorted()
    .map((path) => [path, readFileSync(path, 'utf8')]),
)

/** The text of one of these files. */
export function textOf(path: string): string {
  const text = deployed.get(path)
  if (text === undefined) throw new Error(`there is no ${path}`)
  return text
}

/** All matches of a pattern's first group, with the file of each. */
export function found(pattern: RegExp, files = /./): readonly { file: string; text: string }[] {
  return [...deployed]
    .filter(([file]) => files.test(file))
    .flatMap(([file, content]) =>
      [...content.matchAll(pattern)].map(([, text = '']) => ({ file, text: text.trim() })),
    )
}
