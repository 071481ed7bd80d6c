import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { MetricMeter } from '@temporalio/common'

/** The host and port of each web service, and what it is called. */
export type ServiceHosts = Readonly<Record<string, string>>

/** Counts the requests of this process to the services: by service, and status or `error`. */
export function countRequests(meter: MetricMeter, services: ServiceHosts): void {
  const requests = meter.createCounter('nightjar_requests', '', 'Requests to services, by outcome')
  const count = (request: ClientRequest, outcome: string) => {
    const service = services[request.getHeader('host')?.toString() ?? '']
    if (service !== undefined) requests.add(1, { service, outcome })
  }
  subscribe('http.client.response.finish', (message) => {
    if (!isExchange(message)) return
    count(message.request, `${Math.floor((message.response.statusCode ?? 0) / 100)}xx`)
  })
  subscribe('http.client.request.error', (message) => {
    if (isExchange(message)) count(message.request, 'error')
  })
}

/** What Node tells on its channels: an error has no response. */
function isExchange(message: unknown): message is { request: ClientRequest; response: IncomingMessage } {
  return typeof message === 'object' && message !== null && 'request' in message
}
