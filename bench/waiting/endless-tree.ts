import { composeDate, type Night } from '../../compose/naming/night.ts'
import { listen, type Listening } from '../../lab/listen.ts'

/** A tree of composes that never finish, and what is asked of it. */
export interface EndlessTree extends Listening {
  /** Requests so far, by what they are for. */
  readonly requests: ReadonlyMap<string, number>
  /** How many composes were asked for their STATUS. */
  asked(): number
  /** From now on the folders list two weeks of composes, as Fedora's do; before, that of every night. */
  shorten(): void
}

const twoWeeks = 14

/** The name of the compose of a night of Rawhide. */
function composeOf(night: Night): string {
  return `Fedora-Rawhide-${composeDate(night)}.n.0`
}

/** Serves a compose for each night, whose STATUS says STARTED. */
export async function startEndlessTree(nights: readonly Night[]): Promise<EndlessTree> {
  let listed = nights
  const requests = new Map<string, number>()
  const asked = new Set<string>()
  const listening = await listen(({ url = '' }, response) => {
    const [, , , compose = '', ...file] = url.split('/')
    const name = compose === '' ? 'listing' : (file.at(-1) ?? '')
    requests.set(name, (requests.get(name) ?? 0) + 1)
    if (name === 'STATUS') asked.add(compose)
    const text = textOf(name, () => listed.map(composeOf))
    response.writeHead(text === null ? 404 : 200).end(text ?? 'Not Found')
  })
  return {
    ...listening,
    requests,
    asked: () => asked.size,
    shorten() {
      listed = nights.slice(-twoWeeks)
    },
  }
}

function textOf(name: string, composes: () => readonly string[]): string | null {
  if (name === 'STATUS') return 'STARTED\n'
  if (name !== 'listing') return null
  return `<pre>${composes()
    .map((each) => `<a href="${each}/">${each}/</a>`)
    .join('\n')}</pre>`
}
