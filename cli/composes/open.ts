import type { ComposeServices } from '../../sources/compose-tools.ts'
import { refOfId, type ComposeRef } from '../../compose/naming/compose-ref.ts'
import type { Release } from '../../compose/expected/expected-rule.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { sitesWith } from '../../compose/places/unlisted-compose.ts'
import { composeServices } from '../../workers/config/compose-source.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { nameCompose, refuseCoreos, type ComposeOptions, type Named } from './compose-argument.ts'
import { UsageError } from '../exit-code.ts'
import { ofThisMachine } from './of-this-machine.ts'

/** A configuration, and the services it names. */
export interface Opener {
  readonly settings: Settings
  readonly services: ComposeServices
  readonly name: (word: string) => Named
  /** Reads which images a compose has, from this machine or Fedora's servers. */
  readonly open: (word: string) => Promise<OpenedCompose>
  /** The Fedora compose that a word means; for a compose on this machine, the one with its id. */
  readonly ref: (word: string) => Promise<ComposeRef>
}

/** Opens composes by the options of a command. `words` are those that may be URLs of composes. */
export function opener({ config, release }: ComposeOptions, words: readonly string[]): Opener {
  const settings = loadConfig(config)
  const services = servicesFor(words, settings)
  const name = (word: string) => nameCompose(word, services.sites, release)
  const open = async (word: string) => {
    const opened = await openNamed(services, name(word))
    if (release !== undefined) refuseOtherRelease(opened, release)
    return release === undefined
      ? opened
      : { ...opened, judged: { lineup: opened.judged?.lineup ?? 'fedora', release } as const }
  }
  return {
    settings,
    services,
    name,
    open,
    async ref(word) {
      const named = name(word)
      if (named.kind !== 'local') return refNamed(services, named)
      const { id, compose } = await open(word)
      if (id) return refOfId(id)
      throw new UsageError(`${word} is of ${compose}, which is not a compose id that Nightjar knows`)
    },
  }
}

/** An id with a release of its own is not of another. Rawhide has the number of none. @throws UsageError */
function refuseOtherRelease({ compose, id }: OpenedCompose, release: Release): void {
  if (id === null || !/^\d+$/.test(id.version) || id.version === String(release)) return
  throw new UsageError(`${compose} is of release ${id.version}, not of ${release}; leave out --release`)
}

/** The services of a configuration, which also know the places of composes that are named by a URL. */
export function servicesFor(words: readonly string[], settings: Settings): ComposeServices {
  const services = composeServices(settings)
  return { ...services, sites: sitesWith(words, services.sites) }
}

async function openNamed(services: ComposeServices, named: Named): Promise<OpenedCompose> {
  if (named.kind === 'local') {
    const { openLocal } = await import('../../sources/open-local.ts')
    return ofThisMachine(() => openLocal(named.path, services.sites))
  }
  if (named.kind === 'coreos') {
    const { openCoreos } = await import('../../sources/coreos/open-coreos.ts')
    return openCoreos(services, named.build)
  }
  const { openCompose } = await import('../../sources/open-compose.ts')
  return openCompose(services, await refNamed(services, named))
}

/**
 * The compose of a name that is not of this machine.
 * @throws ClientFailure if the mirror does not answer, UsageError for a build of Fedora CoreOS
 */
export async function refNamed(
  services: ComposeServices,
  named: Exclude<Named, { kind: 'local' }>,
): Promise<ComposeRef> {
  refuseCoreos(named)
  if (named.kind === 'ref') return named.ref
  const { newestRespin } = await import('../../sources/mirrored/newest-respin.ts')
  return newestRespin(services)
}
