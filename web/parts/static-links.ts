import { posix } from 'node:path'

/** Names of a file system have at most so many bytes; the end of the name takes some. */
const longestName = 240

/** Links of our own pages to each other: their paths never have quotes, which are encoded. */
const ownLink = /(?<=\b(?:href|src)=")\/(?!\/)[^"#?]*/g

/** The paths that a page links to on its own site, each once. */
export function linkedPaths(html: string): readonly string[] {
  return [...new Set(html.match(ownLink) ?? [])]
}

/** The file of a path, relative to the folder of the copy; null where no file can have such a name. */
export function fileOf(path: string): string | null {
  const bare = path === '/' ? 'index' : path.slice(1)
  const parts = bare.split('/')
  const fits = parts.every((part) => part !== '' && Buffer.byteLength(part) <= longestName)
  if (!fits) return null
  return hasEnd(path) ? bare : `${bare}.html`
}

/** A page whose links to its own site are relative and lead to files. */
export function localLinks(html: string, from: string): string {
  const folder = posix.dirname(fileOf(from) ?? '')
  return html.replaceAll(ownLink, (path) => {
    const file = fileOf(path)
    // The name of a file has its percent signs, so a link to it has them encoded.
    return file === null ? '#' : posix.relative(folder, file).replaceAll('%', '%25')
  })
}

/** Whether a path is that of a file as it is: a feed, JSON, a badge, the style. */
function hasEnd(path: string): boolean {
  return /\.(?:json|atom|svg|css)$/.test(path)
}
