import { z } from 'zod'
import { imageIdentity } from '../../compose/images/image.ts'
import { judgeImages } from '../../compose/expected/expected.ts'
import { diffImages } from '../../compose/images/diff.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import { opener, type Opener } from '../../cli/composes/open.ts'
import { findCompose } from '../../sources/find-compose.ts'
import { linesToSearch } from '../../cli/composes/search-lines.ts'
import { respins } from '../../compose/streams/searched-lines.ts'
import { findRespin } from '../../sources/mirrored/newest-respin.ts'
import { findPrevious } from '../../sources/find-previous.ts'
import type { Subject } from './subjects.ts'

/** What the programs are asked. */
export const questions = ['find', 'images', 'expected', 'previous', 'diff'] as const

/** One of {@link questions}. */
export type Question = (typeof questions)[number]

/** Text or lines; null where there is none; after `!` why it is refused. */
const answer = z.string().nullable().or(z.array(z.string()))

/** The answers of a program about a subject. */
export const answersSchema = z.object({
  name: z.string(),
  find: answer,
  images: answer,
  expected: answer,
  previous: answer,
  diff: answer,
})
export type Answers = z.output<typeof answersSchema>

/** What Nightjar's commands answer about a subject, in the form of the answers of fedfind. */
export async function ourAnswers(subject: Subject, url: string, config: string): Promise<Answers> {
  const word = subject.word.replace('URL', url)
  const composes = opener({ config }, [word])
  return {
    name: subject.name,
    find: await attempt(() => found(composes, subject.search)),
    images: await attempt(() => imageLines(word, url, config)),
    expected: await attempt(async () => missingOf(await composes.open(word))),
    previous: await attempt(() => previousOf(composes, word)),
    diff: await attempt(() => changesOf(composes, word)),
  }
}

/** The images that `nightjar images` lists: path and identity of each. */
export async function imageLines(word: string, url: string, config: string): Promise<string[]> {
  return linesOf(await opener({ config }, [word]).open(word), url)
}

async function attempt(ask: () => Promise<string | null | string[]>): Promise<Answers['find']> {
  try {
    return await ask()
  } catch (error) {
    return `!${error instanceof Error ? error.message : 'no error'}`
  }
}

async function found({ services }: Opener, search: Subject['search']): Promise<string | null> {
  if (search === null) return null
  const { stream, date } = search
  const undashed = date?.replaceAll('-', '') ?? null
  if (stream === respins) {
    const respin = await findRespin(services, {})
    return respin && formatComposeName(respin)
  }
  const newest = await findCompose(
    { ...services, lines: linesToSearch(services.lines) },
    {
      stream,
      date: undashed,
      today: '20261124',
      compose: null,
      discarded: [],
    },
  )
  return newest.kind === 'found' ? newest.compose : null
}

function linesOf({ images }: OpenedCompose, url: string): string[] {
  return images
    .map((image) =>
      [image.url.replace(url, ''), image.subvariant, image.type, image.format, image.arch].join('\t'),
    )
    .toSorted()
}

function missingOf({ judged, images }: OpenedCompose): string[] {
  if (judged === null) throw new Error('the release is not known')
  return judgeImages({ ...judged, images })
    .missing.map(imageIdentity)
    .toSorted()
}

async function previousOf(composes: Opener, word: string): Promise<string | null> {
  const before = await findPrevious(composes.services, await composes.ref(word))
  return before && formatComposeName(before)
}

async function changesOf(composes: Opener, word: string): Promise<string[]> {
  const before = await previousOf(composes, word)
  if (before === null) throw new Error('there is none before')
  const [older, newer] = [await composes.open(before), await composes.open(word)]
  const { gone, new_images: fresh, renamed } = diffImages(older.images, newer.images)
  return [
    ...[...gone, ...renamed.map(({ from }) => from)].map((image) => `gone ${imageIdentity(image)}`),
    ...[...fresh, ...renamed.map(({ to }) => to)].map((image) => `new ${imageIdentity(image)}`),
  ].toSorted()
}
