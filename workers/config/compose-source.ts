import type { ComposeSource } from '../../sources/compose-source.ts'
import { composeTree } from '../../clients/compose-tree.ts'
import type { Settings } from './config.ts'
import { treeHosts } from './places.ts'
import { sitesOf } from './sites.ts'

/** The web servers of a configuration, for commands that only read composes; far lighter than all tools of a worker. */
export function composeSource(settings: Settings, deadlineMs = 30_000): ComposeSource {
  const hosts = [...treeHosts(settings), new URL(settings.mirror.http).host]
  return {
    tree: composeTree({ allowedHosts: [...new Set(hosts)], deadlineMs }),
    sites: sitesOf(settings),
    releases: settings.compose.releases,
  }
}
