import { composeDate, type Night } from '../../compose/naming/night.ts'
import { listen, type Listening } from '../../lab/listen.ts'

/** A tree of composes that never finish, and what is asked of it. */
export interface EndlessTree extends Listening {
  /** Requests so far, by what they are for. */
  readonly requests: ReadonlyMap<string, number>
  /** How many composes were asked for their STATUS. */
  asked(): number
}

/** A folder of Fedora has two weeks of composes. */
const twoWeeks = 14

/** So many nights that have not found their compose yet can do so at the same time. */
const atOnce = 200

/** The name of the compose of a night of Rawhide. */
function composeOf(night: Night): string {
  return `Fedora-Rawhide-${composeDate(night)}.n.0`
}

/**
 * Serves a compose for each night, whose STATUS says STARTED. The folder lists those that the first nights
 * have yet to find, and the last ones, so that it stays small.
 */
export async function startEndlessTree(nights: readonly Night[]): Promise<EndlessTree> {
  const last = nights.slice(-twoWeeks)
  const requests = new Map<string, number>()
  const asked = new Set<string>()
  const listed = () => {
    const names = nights.map(composeOf).filter((name) => !asked.has(name))
    return new Set([...names.slice(0, atOnce), ...last.map(composeOf)])
  }
  const listening = await listen(({ url = '' }, response) => {
    const [, , , compose = '', ...file] = url.split('/')
    const name = compose === '' ? 'listing' : (file.at(-1) ?? '')
    requests.set(name, (requests.get(name) ?? 0) + 1)
    if (name === 'STATUS') asked.add(compose)
    const text = textOf(name, listed)
    response.writeHead(text === null ? 404 : 200).end(text ?? 'Not Found')
  })
  return {
    ...listening,
    requests,
    asked: () => asked.size,
  }
}

function textOf(name: string, composes: () => ReadonlySet<string>): string | null {
  if (name === 'STATUS') return 'STARTED\n'
  if (name !== 'listing') return null
  return `<pre>${[...composes()].map((each) => `<a href="${each}/">${each}/</a>`).join('\n')}</pre>`
}
