import type { ComposeServices, ComposeSource } from '../../sources/compose-tools.ts'
import { composeTree } from '../../clients/compose-tree.ts'
import type { Settings } from './config.ts'
import { placesOf, treeHosts } from './places.ts'
import { sitesOf } from './sites.ts'
import { linesOf } from './streams.ts'

/** The web servers of a configuration, for commands that only read composes. Loads faster than `makeTools` */
export function composeSource(settings: Settings, deadlineMs = 30_000): ComposeSource {
  const sites = sitesOf(settings)
  const more = [settings.mirror.http, sites.coreos].map((url) => new URL(url).host)
  const hosts = [...treeHosts(settings), ...more]
  return {
    tree: composeTree({ allowedHosts: [...new Set(hosts)], deadlineMs }),
    sites,
    lines: linesOf(settings),
    releases: settings.compose.releases,
  }
}

/** The services of a configuration, for commands. The clients of Koji and the mirror are made when needed. */
export function composeServices(settings: Settings): ComposeServices {
  return {
    ...composeSource(settings),
    places: placesOf(settings),
    all: async () => (await import('../tools.ts')).makeComposeTools(settings),
  }
}
