import type { ComposeSource } from '../activities/compose-source.ts'
import { composeTree } from '../clients/compose-tree.ts'
import { fedoraSites, type Sites } from '../compose/sites.ts'
import type { Settings } from './config.ts'
import { treeHosts } from './places.ts'

/** The web servers of a configuration, for commands that only read composes; far lighter than all tools of a worker. */
export function composeSource(settings: Settings, deadlineMs = 30_000): ComposeSource {
  const hosts = [...treeHosts(settings), new URL(settings.mirror.http).host]
  return {
    tree: composeTree({ allowedHosts: [...new Set(hosts)], deadlineMs }),
    sites: sitesOf(settings),
    releases: settings.compose.releases,
  }
}

/** Where composes lie by a configuration; Fedora's own places have more than one name. */
export function sitesOf({ compose, mirror }: Settings): Sites {
  const http = bare(mirror.http)
  return {
    composes: [bare(compose.tree)],
    mash: [new URL('mash', compose.tree).href],
    mirror: fedoraSites.mirror.includes(http) ? [http, ...fedoraSites.mirror] : [http],
  }
}

function bare(url: string): string {
  return url.replace(/\/+$/, '')
}
