import { Garbled } from '../garbled.ts'
import { formatComposeId, type ComposeId } from '../naming/compose-id.ts'
import { quoted } from '../quoted.ts'
import { jsonMembers, type MemberValue } from './json-members.ts'
import { readSourceNevra } from './nevra.ts'
import type { Packages } from './package-changes.ts'
import { compareEvr } from './version.ts'

/** The source packages of a compose. */
export interface SourcePackages {
  /** If the compose has several builds of one package, the newest. */
  readonly packages: Packages
  /** How many entries were left out: garbled names, wrong types, and variants that came a second time. */
  readonly skipped: number
}

const expected = 'productmd rpms.json (header, payload.compose, payload.rpms)'
/** Rawhide has about 25,000. */
const mostPackages = 200_000
const mostVariants = 1000
/** `payload`, `rpms`, a variant, an arch and a source package. */
const levels = 5

/**
 * Reads the source packages from a compose's `rpms.json`, which arrives in pieces and is not kept: that of
 * Rawhide has up to 100 MB.
 * @throws Garbled if it is not an `rpms.json` or belongs to another compose, and what the pieces throw.
 */
export async function readSourcePackages(
  id: ComposeId,
  pieces: AsyncIterable<Uint8Array>,
): Promise<SourcePackages> {
  const collected = new Collected()
  const members = jsonMembers(levels, (keys, value) => collected.take(keys, value))
  for await (const piece of pieces) readable(() => members.write(piece))
  readable(() => members.end())
  return collected.of(formatComposeId(id))
}

/** The library throws errors of its own for text that is not JSON. */
function readable(read: () => void): void {
  try {
    read()
  } catch (cause) {
    if (cause instanceof Garbled) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Garbled(expected, quoted(why), { cause })
  }
}

/** What was read of a file so far. */
class Collected {
  readonly #packages = new Map<string, string>()
  readonly #variants = new Set<string>()
  #skipped = 0
  /** Whether the current variant came before. */
  #isRepeated = false
  #type: string | null = null
  #compose: string | null = null
  #hasRpms = false

  take(keys: readonly string[], value: MemberValue): void {
    if (keys[0] === 'payload' && keys[1] === 'rpms') return this.#takeBelow(keys, value)
    if (value.kind !== 'text') return
    const name = keys.join('.')
    if (name === 'header.type') this.#type = value.text
    if (name === 'payload.compose.id') this.#compose = value.text
  }

  /** The entries of `payload.rpms`, whose keys are a variant, an arch and a source package. */
  #takeBelow(keys: readonly string[], { kind }: MemberValue): void {
    const depth = keys.length - 2
    if (depth === 0) this.#hasRpms ||= kind === 'object'
    else if (depth === 1) this.#takeVariant(keys[2] ?? '', kind)
    else if (this.#isRepeated) return
    else if (kind !== 'object') this.#skipped += 1
    else if (depth === 3) this.#takePackage(keys[4] ?? '')
  }

  #takeVariant(variant: string, kind: MemberValue['kind']): void {
    this.#isRepeated = this.#variants.has(variant)
    if (this.#isRepeated || kind !== 'object') this.#skipped += 1
    this.#variants.add(variant)
    if (this.#variants.size > mostVariants) throw new Garbled(`at most ${mostVariants} variants`, 'more')
  }

  #takePackage(nevra: string): void {
    const read = readSourceNevra(nevra)
    if (read === null) {
      this.#skipped += 1
      return
    }
    const before = this.#packages.get(read.name)
    if (before === read.evr) return
    if (before === undefined || compareEvr(read.evr, before) > 0) this.#packages.set(read.name, read.evr)
    if (this.#packages.size > mostPackages) throw new Garbled(`at most ${mostPackages} packages`, 'more')
  }

  of(wanted: string): SourcePackages {
    if (this.#type !== null && this.#type !== 'productmd.rpms') {
      throw new Garbled(expected, `a ${quoted(this.#type)} file`)
    }
    if (!this.#hasRpms) throw new Garbled(expected, 'JSON without payload.rpms')
    if (this.#compose?.toLowerCase() !== wanted.toLowerCase()) {
      throw new Garbled(`the rpms.json of ${wanted}`, `that of ${quoted(this.#compose ?? 'no compose')}`)
    }
    return { packages: this.#packages, skipped: this.#skipped }
  }
}
