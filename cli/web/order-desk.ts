import { BlockList } from 'node:net'
import type { Client } from '@temporalio/client'
import type { Settings } from '../../workers/config/config.ts'
import { DeskAway, type OrderDesk } from '../../web/orders/order-desk.ts'

/** Gives the orders of the pages as the commands do; undefined where the configuration lets nobody. */
export function orderDesk(settings: Settings): OrderDesk | undefined {
  const { user_header: userHeader, url, proxies } = settings.web
  if (userHeader === undefined || url === undefined) return undefined
  const known = proxyList(proxies)
  return {
    userHeader,
    isProxy: (address) => known.check(address, address.includes(':') ? 'ipv6' : 'ipv4'),
    origin: new URL(url).origin,
    fitting: (run) =>
      withTemporal(settings, async (client) => {
        const { readNight } = await import('../../workers/read-nights.ts')
        return (await readNight(client, run))?.fits ?? null
      }),
    give: (run, { name, id, ...request }) =>
      withTemporal(settings, async (client) => {
        const { giveOrder } = await import('../../workers/orders/give-order.ts')
        const { knownNight } = await import('../../workers/orders/known-night.ts')
        const night = await knownNight(client, settings, [run])
        if (night === null) return { kind: 'refused', said: `there is no night ${run} any more` }
        const { kind, said } = await giveOrder(client, settings, night, { name, request }, id)
        return { kind: kind === 'taken' || kind === 'not taken' ? kind : 'refused', said }
      }),
  }
}

/** Orders are rare: each connects, so that pages need no Temporal. */
async function withTemporal<Answer>(
  { folder }: Settings,
  act: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const { connectClient, temporalPlace } = await import('../../workers/temporal/temporal.ts')
  const client = await connectClient(temporalPlace(folder)).catch((error: unknown) => {
    throw new DeskAway(error instanceof Error ? error.message : String(error))
  })
  try {
    return await act(client)
  } finally {
    await client.connection.close()
  }
}

function proxyList(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = address.includes(':') ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}
