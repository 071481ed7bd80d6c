import type { Image } from '../../compose/images/image.ts'

/** The URL of a compose's `compose/` folder: LOCATION in Fedora's tests, and what image paths are relative to. */
export function composeTree(location: string): string {
  const bare = location.replace(/\/+$/, '')
  return bare.endsWith('/compose') ? bare : `${bare}/compose`
}

/** The URL of an image below a compose's location. */
export function imageUrl(location: string, { path }: Pick<Image, 'path'>): string {
  return `${composeTree(location)}/${path.split('/').map(encodeURIComponent).join('/')}`
}
