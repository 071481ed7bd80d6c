import type { NightArchive } from '../archive/night-archive.ts'
import type { Mailer } from '../clients/mail/mail.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import type { Night } from '../compose/naming/night.ts'
import type { Addresses } from '../report/letter.ts'
import type { ComposeTools } from '../sources/compose-tools.ts'

/** Everything that the activities act through; a worker makes it once. */
export interface Tools extends ComposeTools {
  readonly archive: NightArchive
  /** When a night is due, by the configuration; ISO. */
  readonly dueOf: (night: Night) => string
  /** Made anew for each activity, so that a key put right is used at once; null without a key: observe only. */
  readonly openqa: () => Promise<{ readonly client: OpenQa; readonly canPost: boolean }>
  /** Null where no mail is configured. */
  readonly mail: { readonly mailer: Mailer; readonly addresses: Addresses } | null
}
