import { parseComposeName } from '../naming/compose-name.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { parseComposeUrl } from './parse-compose-url.ts'
import type { Sites } from './sites.ts'

/** The compose that a person means by a URL or a name. @throws Garbled that names the expected forms. */
export function parseComposeRef(text: string, sites?: Sites): ComposeRef {
  return text.includes('://') ? parseComposeUrl(text, sites) : parseComposeName(text)
}
