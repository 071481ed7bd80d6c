import { z } from 'zod'
import { readJson } from '../read-json.ts'
import { readCoreosId, type CoreosBuild } from './coreos-build.ts'

const buildsFile = z.object({ builds: z.array(z.object({ id: z.string(), arches: z.array(z.string()) })) })

/** Which build of a stream is looked for. */
export interface CoreosSearch {
  readonly stream: string
  /** The best one first. */
  readonly arches: readonly string[]
  /** `YYYYMMDD`, that of its packages. */
  readonly date?: string
  readonly release?: number
}

/** The list of all builds of a stream. */
export function buildsUrl(stream: string, base: string): string {
  return `${base}/${stream}/builds/builds.json`
}

/**
 * The newest build of a stream that was made for one of the arches, by its `builds.json`, which has the
 * newest one first. Null if there is none. @throws Garbled if it is no such file.
 */
export function newestBuild(text: string, search: CoreosSearch): CoreosBuild | null {
  const { builds } = readJson(`the builds.json of Fedora CoreOS ${search.stream}`, buildsFile, text)
  for (const { id, arches } of builds) {
    const read = readCoreosId(id)
    const arch = search.arches.find((each) => arches.includes(each))
    if (read && arch !== undefined && isMeant(read, search)) return { ...read, stream: search.stream, arch }
  }
  return null
}

function isMeant(build: Pick<CoreosBuild, 'date' | 'release'>, { date, release }: CoreosSearch): boolean {
  return (date === undefined || build.date === date) && (release === undefined || build.release === release)
}
