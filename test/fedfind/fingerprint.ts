import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { subjects } from './subjects.ts'
import { tree } from './tree.ts'

/** What the answers of fedfind depend on, in one word: the tree, the subjects and the script that asks. */
export function fingerprint(): string {
  const script = readFileSync(new URL('ask.py', import.meta.url), 'utf8')
  return createHash('sha256')
    .update(JSON.stringify([[...tree], subjects, script]))
    .digest('hex')
}
