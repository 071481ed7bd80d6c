import type { ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { koji, type Koji, type KojiOptions } from '../../../clients/koji/koji.ts'
import { stubServer, type StubServer } from '../stub-server.ts'

/** A stub of a hub, and a client that asks it. */
export interface StubHub {
  readonly client: Koji
  readonly server: StubServer
}

/** A hub that answers every call with the same body, or with one made of the request. */
export async function hubAnswering(body: string | ((request: string) => string)): Promise<StubHub> {
  return hub((response, _, request) => {
    response.writeHead(200, { 'Content-Type': 'text/xml' })
    response.end(typeof body === 'string' ? body : body(request))
  })
}

/** A hub that answers as the test says, until the test has ended. */
export async function hub(
  respond: (response: ServerResponse, path: string, body: string) => void,
  options: Partial<KojiOptions> = {},
): Promise<StubHub> {
  const server = await stubServer((response, { target, body }) => respond(response, target, body))
  onTestFinished(() => server[Symbol.asyncDispose]())
  return { server, client: koji({ url: `${server.url}/kojihub`, deadlineMs: 120_000, ...options }) }
}
