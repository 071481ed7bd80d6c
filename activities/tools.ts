import type { NightArchive } from '../archive/night-archive.ts'
import type { Mailer } from '../clients/mail/mail.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import type { Night } from '../compose/naming/night.ts'
import type { DueWindow } from '../compose/streams/due-window.ts'
import type { Stream } from '../compose/naming/stream.ts'
import type { Channel } from './channels/channel.ts'
import type { MessageBus } from './messages/message-bus.ts'
import type { Sender } from '../report/letter.ts'
import type { MailRule } from '../report/rules/mail-rule.ts'
import type { ComposeTools, Places } from '../sources/compose-tools.ts'
import type { BuildWatch } from '../sources/openqa/build-watch.ts'

/** All clients and settings that the activities use; a worker makes them once. */
export interface Tools extends ComposeTools {
  readonly archive: NightArchive
  /** When a night is due, by the configuration; ISO. */
  readonly dueOf: (night: Night) => string
  /** When the composes of a night start; null for a night without an hour, which has those of its date. */
  readonly windowOf: (night: Night) => DueWindow | null
  /** The places as a stream is configured; without a change for one that is not. */
  readonly placesFor: (stream: Stream) => Places
  /** A new client for each activity: a corrected key works at once. `canPost` is false without a key. */
  readonly openqa: () => Promise<{
    readonly client: OpenQa
    readonly canPost: boolean
    /** Why it may not post although it could. */
    readonly observes?: string
  }>
  readonly builds: BuildWatch
  /** The version of Nightjar, for its reports. */
  readonly program: string
  /** Whether reports say who gave an order: nobody verified it. */
  readonly publishBy: boolean
  /** Null if no mail is configured. */
  readonly mail: {
    readonly mailer: Mailer
    readonly sender: Sender
    /** Who gets which reports; the first that wants one for somebody is the one that they get it by. */
    readonly rules: readonly MailRule[]
  } | null
  /** The ways beside mail on which reports go out. */
  readonly channels: readonly Channel[]
  /** What nights say goes out on it; null if none is configured. */
  readonly bus: MessageBus | null
}
