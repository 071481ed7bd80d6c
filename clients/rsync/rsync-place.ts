import { ClientFailure } from '../failure.ts'

const form = /^rsync:\/\/([^/]*)\/([^/]*)((?:\/[^/]+)*)\/?$/
const host = /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const segment = /^[\w.+~^@=,][\w.+~^@=,-]*$/

/**
 * The folder of an rsync URL in the form for rsync: `rsync://host/module/path/`. Names may have only
 * characters without a meaning for a shell, rsync's options or its patterns.
 * @throws ClientFailure `refused` for a host that is not allowed and for any other form.
 */
export function rsyncPlace(url: string, allowedHosts: readonly string[]): string {
  const parts = partsOf(url)
  if (parts === null) {
    throw refused(
      `expected rsync://host/module/path of plain names, got ${JSON.stringify(url.slice(0, 120))}`,
    )
  }
  const { server, segments } = parts
  if (!allowedHosts.includes(server) && !allowedHosts.includes(server.replace(/:\d+$/, ''))) {
    throw refused(
      `${server} is not among the allowed hosts (${allowedHosts.join(', ')}); add it to the configuration if it is yours`,
    )
  }
  return `rsync://${server}/${segments.join('/')}/`
}

/** Whether a URL has the form that {@link rsyncPlace} accepts. */
export function isRsyncPlace(url: string): boolean {
  return partsOf(url) !== null
}

function partsOf(url: string): { readonly server: string; readonly segments: readonly string[] } | null {
  const [, server = '', module = '', path = ''] = form.exec(url) ?? []
  const segments = [module, ...path.split('/').slice(1)]
  const plain = segments.every((each) => segment.test(each) && each !== '.' && each !== '..')
  return host.test(server) && plain ? { server, segments } : null
}

function refused(message: string): ClientFailure {
  return new ClientFailure('refused', 'rsync', message)
}
