import { existsSync } from 'node:fs'
import { Argument, InvalidArgumentError, Option } from 'commander'
import { coreosName, readCoreosUrl, type CoreosBuild } from '../../compose/coreos/coreos-build.ts'
import { parseComposeName, readComposeName } from '../../compose/naming/compose-name.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import type { Release } from '../../compose/expected/expected-rule.ts'
import { Garbled } from '../../compose/garbled.ts'
import { readLabel } from '../../compose/naming/label.ts'
import { parseComposeUrl } from '../../compose/places/parse-compose-url.ts'
import { isRespinFolder } from '../../compose/places/respin-folder.ts'
import { readMashName } from '../../compose/naming/mash-ref.ts'
import { quoted } from '../../compose/quoted.ts'
import type { Sites } from '../../compose/places/sites.ts'
import { UsageError } from '../exit-code.ts'
import type { ConfigOption } from '../options.ts'

/**
 * A compose named on the command line: one of Fedora's, the newest live respins, or one on this machine; or a
 * build of Fedora CoreOS.
 */
export type Named =
  | { readonly kind: 'ref'; readonly ref: ComposeRef }
  | { readonly kind: 'respins' }
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'coreos'; readonly build: CoreosBuild }

/** The options of every command for one compose. */
export interface ComposeOptions extends ConfigOption {
  readonly release?: Release
}

/** `<compose>` */
export function composeArgument(name = '<compose>'): Argument {
  return new Argument(
    name,
    'an id, a candidate (44_RC-1.2), a release, a URL, a compose folder or an images.json',
  )
}

/** `--release` */
export function releaseOption(): Option {
  const said = 'the release, for a label or for metadata without one: a number, or Rawhide'
  return new Option('-r, --release <N>', said).argParser(readRelease)
}

/**
 * The compose that a word names. Fedora's names come before files: write `./44` for a folder named 44.
 * @throws UsageError that lists the forms.
 */
export function nameCompose(word: string, sites: Sites, release?: Release): Named {
  const label = readLabel(word)
  if (label && typeof release === 'number') return { kind: 'ref', ref: { kind: 'staged', release, label } }
  if (isRespinFolder(word, sites)) return { kind: 'respins' }
  const build = meant(() => readCoreosUrl(word, sites.coreos))
  if (build) return { kind: 'coreos', build }
  if (word.includes('://')) return { kind: 'ref', ref: meant(() => parseComposeUrl(word, sites)) }
  const known = readMashName(word) ?? readComposeName(word)
  if (known) return { kind: 'ref', ref: asInFolders(known) }
  if (existsSync(word)) return { kind: 'local', path: word }
  if (/[/\\]|\.json$/.test(word)) throw new UsageError(`there is no file or folder ${quoted(word)}`)
  return { kind: 'ref', ref: meant(() => parseComposeName(word), ', and there is no such file or folder') }
}

/** Fedora's folders of ELN have ids in lower case. People and fedfind also write them in capitals. */
function asInFolders(ref: ComposeRef): ComposeRef {
  if (ref.kind !== 'pungi' || ref.id.version !== 'ELN') return ref
  return { kind: 'pungi', id: { ...ref.id, version: 'eln' } }
}

/** Turns a malformed name into a usage error. */
function meant<Meant>(parse: () => Meant, more = ''): Meant {
  try {
    return parse()
  } catch (cause) {
    if (cause instanceof Garbled) throw new UsageError(`${cause.message}${more}`, { cause })
    throw cause
  }
}

/** @throws UsageError for a build of Fedora CoreOS, of which a command has nothing to say */
export function refuseCoreos(named: Named): asserts named is Exclude<Named, { kind: 'coreos' }> {
  if (named.kind !== 'coreos') return
  throw new UsageError(
    `${coreosName(named.build)} is a build of Fedora CoreOS, not a compose: "nightjar find", "images" and "plan" take its URL, "diff" those of two builds`,
  )
}

function readRelease(text: string): Release {
  if (/^rawhide$/i.test(text)) return 'Rawhide'
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('expected a number such as 44, or Rawhide')
}
