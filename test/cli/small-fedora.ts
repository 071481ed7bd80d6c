import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composesOf } from '../../lab/nightly.ts'
import { imagesJson } from '../../lab/productmd.ts'
import { green } from '../../lab/scenarios/green.ts'
import { stubServer, type StubServer } from '../clients/stub-server.ts'

/** A web server that has what a test says, and a configuration that asks nothing but it. */
export interface SmallFedora extends AsyncDisposable {
  readonly server: StubServer
  /** `--config <file>` */
  readonly config: readonly string[]
  /** A folder of the test's own. */
  readonly folder: string
  /** The paths that were asked for, in order. */
  asked(): readonly string[]
}

/** Text of a path, the status of an answer without one (0 is never answered), or both. */
export type Files = Readonly<
  Record<
    string,
    string | number | { readonly status: number; readonly text: string; readonly location?: string }
  >
>

/** Serves files; what is not there is a 404. */
export async function smallFedora(files: Files, options = ''): Promise<SmallFedora> {
  const server = await stubServer((response, { target, method }) => {
    const file = Object.hasOwn(files, target) ? files[target] : undefined
    if (file === 0) return response
    if (typeof file === 'object') {
      const { status, text, location } = file
      return response.writeHead(status, location === undefined ? {} : { Location: location }).end(text)
    }
    if (typeof file !== 'string') return response.writeHead(file ?? 404).end('<html>no</html>')
    const headers = {
      Date: 'Tue, 24 Nov 2026 12:00:00 GMT',
      'Last-Modified': 'Tue, 24 Nov 2026 10:00:00 GMT',
    }
    return response.writeHead(200, headers).end(method === 'HEAD' ? undefined : file)
  })
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-cli-'))
  const config = join(folder, 'nightjar.toml')
  await writeFile(config, configOf(server.url) + options)
  return {
    server,
    folder,
    config: ['--config', config],
    asked: () => server.arrived.map(({ target }) => target),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

function configOf(url: string): string {
  return `[compose]
tree = "${url}/compose"
releases = "${url}/release.json"
coreos = "${url}/coreos"
[koji]
hub = "${url}/kojihub"
required = false
[mirror]
http = "${url}/pub"
required = false
`
}

/** The `images.json` of a compose of some ninety images, but for those named (`KDE live x86_64`). */
export function imagesOf(id: string, ...missing: readonly string[]): string {
  const [compose] = composesOf(green, '2026-11-24')
  if (compose === undefined) throw new Error('the green scenario has no compose')
  const images = compose.images.filter(
    ({ subvariant, type, arch }) => !missing.includes(`${subvariant} ${type} ${arch}`),
  )
  return imagesJson({ ...compose, id, images })
}

/** The index of a folder, as a web server makes it. */
export function index(...names: readonly string[]): string {
  return `<html><pre><a href="../">Parent Directory</a>\n${names.map((name) => `<a href="${name}/">${name}/</a>`).join('\n')}</pre></html>`
}
