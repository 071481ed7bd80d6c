import { placesOf, treeHosts } from '../config/places.ts'
import type { Settings } from '../config/config.ts'
import type { ServiceHosts } from './request-metrics.ts'

/** Which service each web host of a configuration is. */
export function serviceHosts(settings: Settings): ServiceHosts {
  const { koji, kojiFiles, openqa } = placesOf(settings)
  return Object.fromEntries([
    ...treeHosts(settings).map((host) => [host, 'trees']),
    [new URL(settings.mirror.http).host, 'mirror'],
    [new URL(kojiFiles).host, 'koji'],
    [new URL(koji).host, 'koji'],
    [new URL(openqa).host, 'openqa'],
  ])
}
