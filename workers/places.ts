import type { Places } from '../activities/tools.ts'
import type { Settings } from './config.ts'

/** The outside services of a configuration, as the activities name them. */
export function placesOf({ compose, koji, mirror, openqa, mail, temporal_ui: ui }: Settings): Places {
  return {
    composes: withoutSlash(compose.tree),
    releases: compose.releases,
    mirror: withoutSlash(mirror.rsync),
    mirrorRequired: mirror.required,
    koji: withoutSlash(koji.hub),
    kojiRequired: koji.required,
    openqa: withoutSlash(openqa.url),
    arches: openqa.arches,
    restarts: openqa.restarts,
    temporalUi: ui === undefined ? null : withoutSlash(ui),
    mail: mail === undefined ? null : addressesOf(mail),
  }
}

/** The hosts of the compose tree and the release list, and those that the configuration adds. */
export function treeHosts({ compose }: Settings): readonly string[] {
  return [...new Set([new URL(compose.tree).host, new URL(compose.releases).host, ...compose.allowed_hosts])]
}

function addressesOf({ from, to, domain }: NonNullable<Settings['mail']>): Places['mail'] {
  return { from, to, domain, listId: `Nightjar <${domain}>` }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
