import { existsSync } from 'node:fs'
import { Argument, InvalidArgumentError, Option } from 'commander'
import { parseComposeName, readComposeName } from '../../compose/naming/compose-name.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import type { Release } from '../../compose/expected/expected-rule.ts'
import { Garbled } from '../../compose/garbled.ts'
import { readLabel } from '../../compose/naming/label.ts'
import { parseComposeUrl } from '../../compose/places/parse-compose-url.ts'
import { readMashName } from '../../compose/naming/mash-ref.ts'
import { quoted } from '../../compose/quoted.ts'
import type { Sites } from '../../compose/places/sites.ts'
import { UsageError } from '../exit-code.ts'
import type { ConfigOption } from '../options.ts'

/** Which compose a person means: one of Fedora's, or one on this machine. */
export type Named =
  | { readonly kind: 'ref'; readonly ref: ComposeRef }
  | { readonly kind: 'local'; readonly path: string }

/** What every command takes that is about one compose. */
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
  const said = 'the release of a compose whose metadata does not say it, or of a label: a number, or Rawhide'
  return new Option('-r, --release <N>', said).argParser(readRelease)
}

/**
 * The compose that a word names. Fedora's names go before files of this machine: say `./44` for a folder of that name.
 * @throws UsageError that names the forms.
 */
export function nameCompose(word: string, sites: Sites, release?: Release): Named {
  const label = readLabel(word)
  if (label && typeof release === 'number') return { kind: 'ref', ref: { kind: 'staged', release, label } }
  if (word.includes('://')) return { kind: 'ref', ref: meant(() => parseComposeUrl(word, sites)) }
  const known = readMashName(word) ?? readComposeName(word)
  if (known) return { kind: 'ref', ref: known }
  if (existsSync(word)) return { kind: 'local', path: word }
  if (/[/\\]|\.json$/.test(word)) throw new UsageError(`there is no file or folder ${quoted(word)}`)
  return { kind: 'ref', ref: meant(() => parseComposeName(word), ', and no file or folder of this machine') }
}

/** What a person wrote wrongly is their mistake, not an answer. */
function meant(parse: () => ComposeRef, more = ''): ComposeRef {
  try {
    return parse()
  } catch (cause) {
    if (cause instanceof Garbled) throw new UsageError(`${cause.message}${more}`, { cause })
    throw cause
  }
}

function readRelease(text: string): Release {
  if (/^rawhide$/i.test(text)) return 'Rawhide'
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('expected a number such as 44, or Rawhide')
}
