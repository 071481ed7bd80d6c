import type { Channel } from '../../activities/channels/channel.ts'
import { atomChannel } from '../../activities/channels/atom.ts'
import { commandChannel } from '../../activities/channels/command.ts'
import { matrixChannel } from '../../activities/channels/matrix.ts'
import { webhookChannel } from '../../activities/channels/webhook.ts'
import type { Settings } from '../config/config.ts'
import { ruleOf } from '../config/mail-rules.ts'
import { matrixTokenOf, webhookKeyOf } from './channel-secrets.ts'

/** The longest that a receiver may take for its answer, in milliseconds. */
const longestAnswerMs = 30_000

/** The longest that a command may run, in milliseconds. */
const longestRunMs = 300_000

/** The tables of the channels. */
type ChannelSettings = Pick<Settings, 'webhook' | 'matrix' | 'command' | 'atom'>

/** The channels beside mail that are configured. A secret is read when it is needed. */
export function channelsOf(settings: ChannelSettings, sendMs: number): readonly Channel[] {
  const { atom } = settings
  const feeds = atom === undefined ? [] : [atomChannel(atom)]
  return [...webhooks(settings, sendMs), ...rooms(settings, sendMs), ...commands(settings, sendMs), ...feeds]
}

function webhooks({ webhook }: ChannelSettings, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestAnswerMs)
  return webhook.map(({ name, url, secret_file: file, ...rule }) =>
    webhookChannel(
      { name, rule: ruleOf([name], rule) },
      { service: `webhook ${name}`, url, deadlineMs },
      () => webhookKeyOf(name, file),
    ),
  )
}

function rooms({ matrix }: ChannelSettings, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestAnswerMs)
  return matrix.map(({ name, homeserver, room, token_file: file, ...rule }) =>
    matrixChannel(
      { name, rule: ruleOf([name], rule) },
      { service: `Matrix ${name}`, homeserver, room, deadlineMs },
      () => matrixTokenOf(name, file),
    ),
  )
}

function commands({ command }: ChannelSettings, sendMs: number): readonly Channel[] {
  const deadlineMs = Math.min(sendMs, longestRunMs)
  return command.map(({ name, run, ...rule }) =>
    commandChannel({ name, rule: ruleOf([name], rule) }, { service: `command ${name}`, run, deadlineMs }),
  )
}
