import { z } from 'zod'
import { readJson } from '../read-json.ts'
import type { Releases } from './releases.ts'

const release = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
])
const ascending = z.array(release).transform((all) => [...new Set(all)].toSorted((a, b) => a - b))
const metadata = z.object({
  fedora: z.object({
    stable: ascending.refine((all) => all.length > 0, 'at least one stable release'),
    branched: ascending.default([]),
  }),
})

/**
 * Reads Fedora's `release.json`, which people edit: `{"fedora": {"stable": [42, 43], "branched": [44]}, …}`.
 * @throws Garbled if the text is not JSON of that shape.
 */
export function parseReleaseMetadata(text: string): Releases {
  return readJson('release metadata {"fedora": {"stable": [43], "branched": [44]}}', metadata, text).fedora
}
