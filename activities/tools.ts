import type { Archive } from '../archive/archive.ts'
import type { Mailer } from '../clients/mail/mail.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import type { Addresses } from '../report/letter.ts'
import type { ComposeTools } from '../sources/compose-tools.ts'

/** Everything that the activities act through; a worker makes it once. */
export interface Tools extends ComposeTools {
  readonly archive: Archive
  /** Made anew for each activity, so that a key put right is used at once; null without a key: observe only. */
  readonly openqa: () => Promise<{ readonly client: OpenQa; readonly canPost: boolean }>
  /** Null where no mail is configured. */
  readonly mail: { readonly mailer: Mailer; readonly addresses: Addresses } | null
}
