import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { OrderDesk } from './order-desk.ts'

/** Names of people, as proxies give them: an account, an address. */
const name = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u

/** Who a proxy says is signed in; null where nobody is, or where no proxy says so. */
export function signedIn(context: Context, { userHeader, isProxy }: OrderDesk): string | null {
  const { address } = getConnInfo(context).remote
  const named = context.req.header(userHeader)?.trim() ?? ''
  return address !== undefined && isProxy(address) && name.test(named) ? named : null
}
