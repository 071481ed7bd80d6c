import type { Stream } from '../../compose/naming/stream.ts'
import type { Places } from '../../sources/compose-tools.ts'
import { wantedByFedora } from '../../jobs/plan/wanted.ts'
import type { Settings } from './config.ts'
import { standardsOf } from './standards.ts'
import { readWanted } from './read-wanted.ts'
import { sitesOf } from './sites.ts'
import { temporalUi } from './temporal-ui.ts'

/** The outside services of a configuration, as the activities use them for all streams or for one. */
export function placesOf(settings: Settings, stream: Stream | null = null): Places {
  const { compose, koji, mirror, openqa } = settings
  const own = settings.streams.find(({ line }) => line.name === stream)
  const wanted = own?.wanted ?? openqa.wanted
  const ui = temporalUi(settings)
  return {
    generation: compose.generation,
    mirror: withoutSlash(mirror.rsync),
    mirrorRequired: own?.mirror ?? mirror.required,
    koji: withoutSlash(koji.hub),
    kojiRequired: own?.koji ?? koji.required,
    kojiFiles: withoutSlash(koji.files),
    kojiOwner: koji.owner ?? null,
    openqa: withoutSlash(openqa.url),
    arches: own?.arches ?? openqa.arches,
    wanted: wanted === undefined ? wantedByFedora : readWanted(wanted),
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
