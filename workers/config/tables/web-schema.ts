import { z } from 'zod'
import { hostAndPort } from './worker-schema.ts'
import { webUrl } from './web-url.ts'
import { textLike } from './text-like.ts'

const expectedAddress = 'expected addresses such as "127.0.0.1" or "10.0.0.0/8"'

/** The pages of `nightjar web`. */
export const webSchema = z
  .strictObject({
    /** Where the pages are served; a proxy with TLS stands before it where others may look. */
    listen: hostAndPort.default('127.0.0.1:8090'),
    /** Where people reach them, for feeds, which need whole addresses. */
    url: webUrl.optional(),
    /** The header in which a proxy names who is signed in; only then may people give orders on the pages. */
    user_header: textLike(
      /^[A-Za-z][A-Za-z0-9-]{0,60}$/,
      'expected the name of a header such as "X-Forwarded-User"',
    ).optional(),
    /** The addresses of such proxies, which alone may name somebody. */
    proxies: z
      .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: expectedAddress }))
      .min(1, expectedAddress)
      .default(['127.0.0.1', '::1']),
  })
  .refine(({ user_header: header, url }) => header === undefined || url !== undefined, {
    path: ['url'],
    error: 'expected the URL of the pages beside user_header: orders may come from them alone',
  })
  .prefault({})
