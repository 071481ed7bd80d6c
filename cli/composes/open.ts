import type { ComposeSource } from '../../sources/compose-source.ts'
import { refOfId, type ComposeRef } from '../../compose/naming/compose-ref.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { composeSource } from '../../workers/config/compose-source.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { nameCompose, type ComposeOptions, type Named } from './compose-argument.ts'
import { UsageError } from '../exit-code.ts'

/** A configuration, and the web servers it says. */
export interface Opener {
  readonly settings: Settings
  readonly source: ComposeSource
  readonly name: (word: string) => Named
  /** Reads which images a compose has, from this machine or Fedora's servers. */
  readonly open: (word: string) => Promise<OpenedCompose>
  /** Which of Fedora's composes a word means; one on this machine by its id. */
  readonly ref: (word: string) => Promise<ComposeRef>
}

/** What the options of a command open composes with. */
export function opener({ config, release }: ComposeOptions): Opener {
  const settings = loadConfig(config)
  const source = composeSource(settings)
  const name = (word: string) => nameCompose(word, source.sites, release)
  const open = async (word: string) => {
    const opened = await openNamed(settings, source, name(word))
    return release === undefined
      ? opened
      : { ...opened, judged: { lineup: opened.judged?.lineup ?? 'fedora', release } as const }
  }
  return {
    settings,
    source,
    name,
    open,
    async ref(word) {
      const named = name(word)
      if (named.kind === 'ref') return named.ref
      const { id, compose } = await open(word)
      if (id) return refOfId(id)
      throw new UsageError(`${compose}, which ${word} is of, is no compose id that Nightjar knows`)
    },
  }
}

async function openNamed(settings: Settings, source: ComposeSource, named: Named): Promise<OpenedCompose> {
  if (named.kind === 'local') {
    const { openLocal } = await import('../../sources/open-local.ts')
    return openLocal(named.path, source.sites)
  }
  if (named.ref.kind === 'mash') {
    const { openMash } = await import('../../sources/open-mash.ts')
    const { makeTools } = await import('../../workers/tools.ts')
    return openMash(makeTools(settings), named.ref)
  }
  const { openCompose } = await import('../../sources/open-compose.ts')
  return openCompose(source, named.ref)
}
