import { z } from 'zod'
import { newest, type ExpectedRule } from '../../compose/expected/expected-rule.ts'
import { ConfigMistakes, mistakesOf } from './config-mistakes.ts'
import { parseToml } from './parse-toml.ts'
import { readRegularFile } from './read-regular-file.ts'
import { image } from './tested.ts'
import { someText } from './tables/text-like.ts'

const release = z.int('expected a release such as 44').min(1, 'expected a release such as 44')

const someImage = 'expected at least one image such as "KDE live x86_64"'

/** Images that every compose of these releases should have; Rawhide is newer than all releases. */
const rule = z
  .strictObject({
    names: z.array(image, someImage).min(1, someImage),
    /** First and last release, both included. */
    from: release.default(0),
    until: release.default(newest),
    /** Whether a release needs them. */
    blocking: z.boolean().default(false),
    /** What reports say of them. */
    why: someText('expected what reports say of the images').max(200, 'expected at most 200 characters'),
  })
  .refine(({ from, until }) => from <= until, 'expected "from" not after "until"')

const some = 'expected at least one [[images]]'
const schema = z.strictObject({ images: z.array(z.unknown(), some).min(1, some) })
const reading = { reportInput: true, jitless: true } as const

/**
 * The images that the composes of a stream should have, from a file of `[[images]]` tables.
 * @throws ConfigMistakes for a file that cannot be read, or is not such a list
 */
export function readExpected(file: string): readonly ExpectedRule[] {
  const checked = schema.safeParse(parseToml(readText(file), file), reading)
  const read = (checked.data?.images ?? []).map((each) => rule.safeParse(each, reading))
  const issues = read.flatMap(({ error }, nth) =>
    (error?.issues ?? []).map((issue) => ({ ...issue, path: ['images', nth, ...issue.path] })),
  )
  const rules = read.flatMap(({ data }) => (data === undefined ? [] : rulesOf(data)))
  const mistakes = [...mistakesOf([...(checked.error?.issues ?? []), ...issues]), ...namedTwice(rules)]
  if (mistakes.length === 0) return rules
  throw new ConfigMistakes(mistakes.map((mistake) => `${file}: ${mistake}`).join('\n'))
}

function namedTwice(rules: readonly ExpectedRule[]): readonly string[] {
  const twice = rules.filter((one, nth) => rules.slice(0, nth).some((other) => overlap(one, other)))
  if (twice.length === 0) return []
  const names = twice.map(({ subvariant, type, arches }) => [subvariant, type, ...arches].join(' '))
  return [`expected each image once for a release, got ${names.join(', ')}`]
}

function readText(file: string): string {
  try {
    return readRegularFile(file)
  } catch (cause) {
    throw new ConfigMistakes(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function rulesOf({ names, from, until, blocking, why }: z.output<typeof rule>): readonly ExpectedRule[] {
  return names.map((name) => {
    const [subvariant = '', type = '', arch = ''] = name.split(' ')
    return { subvariant, type, arches: [arch], releases: [from, until], blocking, why }
  })
}

/** Whether two rules name one image of one release. */
function overlap(one: ExpectedRule, other: ExpectedRule): boolean {
  const [[from, until], [otherFrom, otherUntil]] = [one.releases, other.releases]
  return (
    one.subvariant === other.subvariant &&
    one.type === other.type &&
    one.arches[0] === other.arches[0] &&
    from <= otherUntil &&
    otherFrom <= until
  )
}
