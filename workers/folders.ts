import { fileURLToPath } from 'node:url'

/** The folder of this program. */
export const home: string = fileURLToPath(new URL('..', import.meta.url))

/** Where the bundler finds the workflows. */
export const workflowsPath: string = fileURLToPath(new URL('../workflows/index.ts', import.meta.url))

/** What `bin/setup` and the program install for themselves; after a deletion they download it again. */
export const tools: string = fileURLToPath(new URL('../.tools', import.meta.url))
