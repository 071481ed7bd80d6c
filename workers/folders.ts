import { fileURLToPath } from 'node:url'

/** The folder of this program, where `.tools/` with what it installed for itself is. */
export const home: string = fileURLToPath(new URL('..', import.meta.url))

/** What `bin/setup` and the program install for themselves; deleting it costs a download. */
export const tools: string = fileURLToPath(new URL('../.tools', import.meta.url))
