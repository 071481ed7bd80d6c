import type { Places } from '../../sources/compose-tools.ts'
import { wantedByFedora } from '../../jobs/plan/wanted.ts'
import type { Settings } from './config.ts'
import { standardsOf } from './standards.ts'
import { readWanted } from './read-wanted.ts'
import { sitesOf } from './sites.ts'
import { temporalUi } from './temporal-ui.ts'

/** The outside services of a configuration, in the form that the activities use. */
export function placesOf(settings: Settings): Places {
  const { compose, koji, mirror, openqa } = settings
  const ui = temporalUi(settings)
  return {
    generation: compose.generation,
    mirror: withoutSlash(mirror.rsync),
    mirrorRequired: mirror.required,
    koji: withoutSlash(koji.hub),
    kojiRequired: koji.required,
    kojiFiles: withoutSlash(koji.files),
    kojiOwner: koji.owner ?? null,
    openqa: withoutSlash(openqa.url),
    arches: openqa.arches,
    wanted: openqa.wanted === undefined ? wantedByFedora : readWanted(openqa.wanted),
    restarts: openqa.restarts,
    standards: standardsOf(settings),
    temporalUi: ui === null ? null : withoutSlash(ui),
  }
}

/** The hosts of the compose trees and the release list, and those that the configuration adds. */
export function treeHosts(settings: Settings): readonly string[] {
  const { composes, mash } = sitesOf(settings)
  const urls = [...composes, ...mash, settings.compose.releases]
  return [...new Set([...urls.map((url) => new URL(url).host), ...settings.compose.allowed_hosts])]
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
