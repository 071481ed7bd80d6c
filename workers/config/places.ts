import type { Stream } from '../../compose/naming/stream.ts'
import type { Places } from '../../sources/compose-tools.ts'
import { wantedByFedora } from '../../jobs/plan/wanted.ts'
import type { Settings } from './config.ts'
import { standardsOf } from './standards.ts'
import { readExpected } from './read-expected.ts'
import { readWanted } from './read-wanted.ts'
import { sitesOf } from './sites.ts'
import { findStream, type StreamSettings } from './streams.ts'
import { temporalUi } from './temporal-ui.ts'

/** The outside services of a configuration, as the activities use them. */
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
    expected: null,
    restarts: openqa.restarts,
    standards: standardsOf(settings),
    temporalUi: ui === null ? null : withoutSlash(ui),
  }
}

/** The places as each stream is configured. A stream's own files of images are read here, once. */
export function placesByStream(places: Places, { streams }: Settings): (stream: Stream) => Places {
  const own = new Map(streams.map((each) => [each.line.name, ownPlaces(places, each)]))
  return (stream) => own.get(stream) ?? places
}

/** The places as one stream is configured; only its own files are read. */
export function placesOfStream(places: Places, settings: Pick<Settings, 'streams'>, stream: Stream): Places {
  const own = findStream(settings, stream)
  return own === undefined ? places : ownPlaces(places, own)
}

function ownPlaces(places: Places, own: StreamSettings): Places {
  const { mirror, koji, arches, wanted, expected_images: expected } = own
  return {
    ...places,
    ...(mirror !== undefined && { mirrorRequired: mirror }),
    ...(koji !== undefined && { kojiRequired: koji }),
    ...(arches !== undefined && { arches }),
    ...(wanted !== undefined && { wanted: readWanted(wanted) }),
    ...(expected !== undefined && { expected: readExpected(expected) }),
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
