import { placesOf, treeHosts } from '../config/places.ts'
import type { Settings } from '../config/config.ts'
import type { ServiceHosts } from './request-metrics.ts'

/** Which service each web host of a configuration is. */
export function serviceHosts(settings: Settings): ServiceHosts {
  const { koji, kojiFiles, openqa } = placesOf(settings)
  return Object.fromEntries([
    [new URL(settings.mirror.http).host, 'mirror'],
    [new URL(kojiFiles).host, 'koji'],
    // Fedora's trees and the files of its Koji tasks are on one host, and most requests are for trees.
    ...treeHosts(settings).map((host) => [host, 'trees']),
    [new URL(koji).host, 'koji'],
    [new URL(openqa).host, 'openqa'],
  ])
}
