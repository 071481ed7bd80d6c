import { listen, type Listening } from '../lab/listen.ts'

/** A way to a server that counts what goes along it. */
export interface Relay extends Listening {
  /** Requests that came so far, and bytes of the bodies that were answered. */
  readonly counts: { requests: number; bytes: number }
}

interface Answer {
  readonly status: number
  readonly body: string
}

/** Passes GET requests on; `keeping answers` asks for each path once. `/-/counts` tells the counts and starts anew. */
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
