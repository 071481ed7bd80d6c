import { z } from 'zod'
import { isLoopbackUrl } from '../../clients/loopback.ts'
import { channelRule, checkScope } from '../config/mail-schema.ts'
import { someText, textLike } from '../config/tables/text-like.ts'

/** The name of ResultsDB as a channel. */
export const resultsDbName = 'resultsdb'

/** It is in the ids of workflows. */
const name = textLike(
  /^[a-z][a-z\d-]{0,39}$/,
  'expected a name of small letters, digits and "-", such as "qa-hook"',
).refine(
  (word) => word !== 'mail' && word !== resultsDbName,
  'expected another name: mail and resultsdb are channels of their own',
)

const file = someText('expected the name of a file')

/** What is sent must not be read on the way. */
const safeUrl = z
  .url({ protocol: /^https?$/, error: 'expected a URL such as "https://host/path"' })
  .refine((url) => {
    const parsed = URL.parse(url)
    return parsed?.protocol !== 'http:' || isLoopbackUrl(parsed)
  }, 'expected https, as only this machine may be reached by http')
  .refine((url) => {
    const { username, password } = URL.parse(url) ?? { username: '', password: '' }
    return username === '' && password === ''
  }, 'expected a URL without a user or password')

const webhook = z
  .strictObject({
    name,
    url: safeUrl,
    /** A file with the secret that signs, `whsec_…`. */
    secret_file: file,
    ...channelRule,
  })
  .check(checkScope)

const matrix = z
  .strictObject({
    name,
    homeserver: safeUrl,
    /** Its id: an alias may point to another room tomorrow. */
    room: textLike(/^![^\s\p{C}]{1,254}$/u, 'expected the id of a room, "!…", which its settings show'),
    /** A file with the access token of a user in the room. */
    token_file: file,
    ...channelRule,
  })
  .check(checkScope)

const program = textLike(/^\/[^\0]+$/, 'expected the whole path of a program, such as "/usr/bin/tell"')
const expectedRun = 'expected a list such as ["/usr/bin/tell", "--quiet"]'

const command = z
  .strictObject({
    name,
    /** The program, and its arguments. */
    run: z
      .array(z.unknown(), expectedRun)
      .min(1, expectedRun)
      .pipe(z.tuple([program], z.string()))
      .refine((words) => !words.some((word) => word.includes('\0')), 'expected words without a zero byte'),
    ...channelRule,
  })
  .check(checkScope)

const atom = z.strictObject({
  /** Where the feeds are written; it is there before. */
  folder: someText('expected the name of a folder'),
  /** In the id of every entry: it must never change. */
  domain: textLike(
    /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/,
    'expected a domain such as "nightjar.example.org"',
  ).default('nightjar.localdomain'),
})

const most = 30

/** The tables of the channels beside mail. All are off by default. */
export const channelTables = {
  webhook: z
    .array(webhook, 'expected [[webhook]] tables')
    .max(most, `expected at most ${most} webhooks`)
    .default([]),
  matrix: z
    .array(matrix, 'expected [[matrix]] tables')
    .max(most, `expected at most ${most} rooms`)
    .default([]),
  atom: atom.optional(),
  command: z
    .array(command, 'expected [[command]] tables')
    .max(most, `expected at most ${most} commands`)
    .default([]),
}
