import { mistakesOf } from '../../workers/config/config-mistakes.ts'
import { configSchema } from '../../workers/config/config-schema.ts'

/** Says what was expected instead of an answer; null where the answer is good. */
export type Check = (answer: string) => string | null

/** Good where the configuration takes the value that an answer gives for one of its keys. */
export function keyTakes(table: string, key: string, valueOf: (answer: string) => unknown): Check {
  return (answer) => {
    const beside = table === 'mail' ? { host: 'localhost', from: 'a@localhost', to: ['a@localhost'] } : {}
    const config = { [table]: { ...beside, [key]: valueOf(answer) } }
    const { error } = configSchema.safeParse(config, { reportInput: true, jitless: true })
    const issues = (error?.issues ?? []).filter(({ path }) => path[0] === table && path[1] === key)
    return inWords(issues)
  }
}

/** The same for a key outside all tables; no answer is good. */
export function rootKeyTakes(key: string): Check {
  return (answer) => {
    if (answer === '') return null
    const { error } = configSchema.safeParse({ [key]: answer }, { reportInput: true, jitless: true })
    return inWords(error?.issues ?? [])
  }
}

/** What the configuration says of an answer, without the name of its key. */
function inWords(issues: Parameters<typeof mistakesOf>[0]): string | null {
  return mistakesOf(issues)[0]?.replace(/^[\w.]+(?: \(\d+\w\w\))?: /, '') ?? null
}

/** Good is the address of a server of Temporal. */
export const isHostAndPort: Check = (answer) =>
  /^[\w.[\]:-]+:\d+$/.test(answer)
    ? null
    : `expected host:port for the Temporal server, got ${JSON.stringify(answer.slice(0, 60))}`

const isDatabaseUrl = keyTakes('archive', 'url', (answer) => answer)

/** Good is the URL of a database, or none. It may have a password, so it is not repeated. */
export const isDatabase: Check = (answer) =>
  answer === '' || isDatabaseUrl(answer) === null
    ? null
    : 'expected a URL such as "postgresql://user:password@host/nightjar" for the database'

/** Good is one of two words, or how it begins. */
export const isPlace: Check = (answer) =>
  answer !== '' && ['machine', 'user'].some((word) => word.startsWith(answer.toLowerCase()))
    ? null
    : `expected "machine" or "user", got ${JSON.stringify(answer.slice(0, 60))}`
