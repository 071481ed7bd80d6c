import { listen, type Listening } from '../lab/listen.ts'

/** A proxy that counts requests and bytes. */
export interface Relay extends Listening {
  /** Requests so far, and bytes of the answers. */
  readonly counts: { requests: number; bytes: number }
}

interface Answer {
  readonly status: number
  readonly body: string
}

/** Forwards GET requests; `keeping answers` caches each path. `/-/counts` returns and resets the counts. */
export async function startRelay(url: string, how: 'keeping answers' | 'asking always'): Promise<Relay> {
  const kept = new Map<string, Answer>()
  const counts = { requests: 0, bytes: 0 }
  const ask = async (path: string): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`)
    return { status: answer.status, body: await answer.text() }
  }
  const answerTo = async (path: string): Promise<Answer> => {
    if (path === '/-/counts') {
      const body = JSON.stringify(counts)
      Object.assign(counts, { requests: 0, bytes: 0 })
      return { status: 200, body }
    }
    const answer = kept.get(path) ?? (await ask(path))
    if (how === 'keeping answers') kept.set(path, answer)
    counts.requests += 1
    counts.bytes += Buffer.byteLength(answer.body)
    return answer
  }
  const listening = await listen((request, response) => {
    void (async () => {
      const { status, body } = await answerTo(request.url ?? '')
      response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' }).end(body)
    })()
  })
  return { ...listening, counts }
}
