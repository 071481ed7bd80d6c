import { postWebhook, probeWebhook, type WebhookPlace } from '../../clients/webhook/webhook.ts'
import type { Report } from '../../report/report.ts'
import type { Channel } from './channel.ts'

/** A webhook in the form of Standard Webhooks. The key is read for each try: one that is corrected works. */
export function webhookChannel(
  { name, rule }: Pick<Channel, 'name' | 'rule'>,
  place: WebhookPlace,
  key: () => Buffer,
): Channel {
  return {
    name,
    rule,
    send: async ({ id, report, signal }) =>
      await postWebhook(place, key(), { id, body: bodyOf(report), signal }),
    async examine() {
      key()
      return await probeWebhook(place)
    },
  }
}

/** The same report makes the same body. */
function bodyOf(report: Report): string {
  return JSON.stringify({ type: 'nightjar.report', timestamp: report.at, data: report })
}
