import type { Channel } from '../../activities/channels/channel.ts'
import { webhookChannel } from '../../activities/channels/webhook.ts'
import type { Settings } from '../config/config.ts'
import { ruleOf } from '../config/mail-rules.ts'
import { webhookKeyOf } from './channel-secrets.ts'

/** The longest that a person's receiver may take for its answer, in milliseconds. */
const longestMs = 30_000

/** The channels beside mail that are configured. A secret is read when it is needed. */
export function channelsOf({ webhook }: Pick<Settings, 'webhook'>, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestMs)
  return webhook.map(({ name, url, secret_file: file, ...rule }) =>
    webhookChannel(
      { name, rule: ruleOf([name], rule) },
      { service: `webhook ${name}`, url, deadlineMs },
      () => webhookKeyOf(name, file),
    ),
  )
}
