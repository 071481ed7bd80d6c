import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { TestResult } from '../../archive/queries/test-results.ts'
import type { Image } from '../../compose/images/image.ts'

/** One of two nights or composes that are compared. */
export interface ComparedSide {
  /** As it was asked for: `rawhide/2026-11-24`, or a compose id. */
  readonly name: string
  readonly stream: string
  readonly run: string | null
  readonly compose: string | null
  readonly verdict: string | null
  /** ISO: when the night was due, or the compose first seen. */
  readonly at: string
  readonly tests: readonly TestResult[]
  readonly images: readonly Image[]
}

/** The composes that a name can mean, where it does not mean exactly one; none where nothing has it. */
export interface MeantComposes {
  readonly composes: readonly string[]
}

/** A night or a compose by its name, or by the end of its id: `20261124.n.0`. */
export async function comparedSide(
  archive: ArchiveReader,
  name: string,
): Promise<ComparedSide | MeantComposes> {
  const known = await sideNamed(archive, name)
  if (known !== null) return known
  const composes = await archive.composesEnding(name, mostMeant)
  const [only, ...others] = composes
  const side = only === undefined || others.length > 0 ? null : await sideNamed(archive, only)
  return side ?? { composes }
}

const mostMeant = 5

/** Null where the archive knows neither a night nor a compose of this name. */
async function sideNamed(archive: ArchiveReader, name: string): Promise<ComparedSide | null> {
  const asked = name.includes('/') ? { run: runNamed(name) } : { compose: name }
  const nights = await archive.nights(asked)
  const night = nights.find(({ edition }) => edition !== null) ?? nights[0]
  const compose = night === undefined ? await archive.compose(name) : null
  const id = night?.compose ?? compose?.id ?? null
  const stream = night?.stream ?? compose?.stream
  const at = night?.due ?? compose?.firstSeen
  if (stream === undefined || at === undefined) return null
  const edition = night?.edition ?? null
  return {
    name,
    stream,
    at,
    run: night?.run ?? null,
    compose: id,
    verdict: night?.verdict ?? null,
    tests: night === undefined || edition === null ? [] : await archive.resultsOf(night.run, edition),
    images: id === null ? [] : await archive.imagesOf(id),
  }
}

function runNamed(name: string): string {
  return /^(?:nightly|candidate)\//.test(name) ? name : `nightly/${name}`
}
