import type { LabMash } from './mash-nightly.ts'
import type { Minute } from '../script.ts'

/** The text of a path below `mash/` at a minute; null if there is no file (yet). */
export function mashFile(path: string, all: readonly LabMash[], minute: Minute): string | null {
  const nightly = all.find((each) => path.startsWith(`${topOf(each)}/`) && each.script.appears <= minute)
  if (!nightly) return null
  const { version, script } = nightly
  const below = path.slice(topOf(nightly).length + 1)
  if (below === 'logs/finish') return script.finishedAt !== null && script.finishedAt <= minute ? done : null
  const tree = version.toLowerCase()
  if (below === `${tree}/`) return '<a href="x86_64/">x86_64/</a>'
  const [, arch] = /^(\w+)\/os\/images\/boot\.iso$/.exec(below.slice(tree.length + 1)) ?? []
  const boots = arch !== undefined && below.startsWith(`${tree}/`) && script.boot.arches.includes(arch)
  return boots && script.boot.at <= minute ? 'an image that boots' : null
}

const done = 'Tue Aug 18 12:34:56 UTC 2015\n'

function topOf({ stream, date }: LabMash): string {
  return `${stream}-${date}`
}
