import { fedoraSites, type Sites } from '../../compose/places/sites.ts'
import type { Settings } from './config.ts'

/** Where composes are, by the configuration. Fedora's own mirror has more than one name. */
export function sitesOf({ compose, mirror, streams }: Settings): Sites {
  const http = withoutSlash(mirror.http)
  return {
    composes: [withoutSlash(compose.tree)],
    // By default next to the compose tree, as on Fedora's own server.
    mash: [withoutSlash(compose.mash ?? new URL('mash', compose.tree).href)],
    mirror: fedoraSites.mirror.includes(http) ? [http, ...fedoraSites.mirror] : [http],
    // What the configuration says of a class comes before what is built in.
    classes: [...streams.map(({ line }) => line.composes), ...fedoraSites.classes],
    coreos: withoutSlash(compose.coreos),
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
