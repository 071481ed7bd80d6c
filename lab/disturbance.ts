import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Disturbance, LabService, Minute } from './script.ts'

/** How a service misbehaves at a minute; null if it does not. */
export function disturbedAt(
  disturbances: readonly Disturbance[],
  service: LabService,
  minute: Minute,
): Disturbance['how'] | null {
  const now = disturbances.find(
    ({ service: who, from, until }) => who === service && from <= minute && minute < until,
  )
  return now?.how ?? null
}

/** Answers a request like a disturbed web server: with an error page or a reset. */
export function disturb(how: Disturbance['how'], request: IncomingMessage, response: ServerResponse): void {
  if (how === 'reset' || how === 'reset-after') {
    request.socket.destroy()
    return
  }
  response.writeHead(503, { 'Content-Type': 'text/html' })
  response.end('<html><body><h1>503 Service Unavailable</h1></body></html>')
}
