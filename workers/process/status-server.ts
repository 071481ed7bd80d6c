import { createServer } from 'node:http'
import { listenAt, type ListeningServer } from './http-server.ts'

/** What a worker process tells those who watch over it. */
export interface Status {
  /** Whether it should be left alone; else it should be started again. */
  isAlive(): boolean
  /** What it needs, by name: `ok`, or what is wrong. */
  needs(): Promise<Readonly<Record<string, string>>>
  /** In the text format of Prometheus. */
  metrics(): Promise<string>
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

/**
 * Serves `/live`, `/ready` and `/metrics` at `host:port`. It takes no input but the path.
 * @throws Error of Node if the port is taken
 */
export async function serveStatus(listen: string, status: Status): Promise<ListeningServer> {
  const pages: Readonly<Record<string, () => Promise<Answer>>> = {
    '/live': () => Promise.resolve(json(status.isAlive(), { alive: status.isAlive() })),
    '/ready': together(() => ready(status)),
    '/metrics': together(async () => ({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      text: await status.metrics(),
    })),
  }
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined
    void answerOf(request.method ?? '', page).then(({ status: code, type, text }) =>
      response.writeHead(code, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text),
    )
  })
  return await listenAt(server, listen)
}

async function answerOf(method: string, page: (() => Promise<Answer>) | undefined): Promise<Answer> {
  if (page === undefined) return plain(404, 'expected /live, /ready or /metrics\n')
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'expected GET\n')
  return await page().catch(() => plain(503, 'it cannot be told\n'))
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', text }
}

function json(isGood: boolean, value: object): Answer {
  return { status: isGood ? 200 : 503, type: 'application/json', text: `${JSON.stringify(value)}\n` }
}

async function ready(status: Status): Promise<Answer> {
  const needs = await status.needs()
  const isReady = Object.values(needs).every((each) => each === 'ok')
  return json(isReady, { ready: isReady, ...needs })
}

/** Those who ask at once get one answer: many askers do not become many queries. */
function together(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | null = null
  return () => (asking ??= ask().finally(() => (asking = null)))
}
