import { ConfigMistakes, type Settings } from '../config/config.ts'
import { placesByStream, placesOf } from '../config/places.ts'
import { examineArchive } from './examine-archive.ts'
import { examineChannels } from './examine-channels.ts'
import { examineBus } from './examine-bus.ts'
import { examineClocks } from './examine-clocks.ts'
import { examineKoji, examineMirror, examineReleases, examineTree } from './examine-composes.ts'
import { examineMail } from './examine-mail.ts'
import { examineOpenQa } from './examine-openqa.ts'
import { examinePublish } from './examine-publish.ts'
import { examineSecretFiles } from './examine-secret-files.ts'
import { examineTemporal } from './examine-temporal.ts'
import { requestMs } from './finding-of.ts'
import { noAnswer, ok, problem, wordsOf, type Examined, type Diagnosis } from './diagnosis.ts'

/** Every examination, and what it is about if it does not end. */
const examinations: readonly (readonly [string, (settings: Settings) => Promise<Examined>])[] = [
  ['Temporal', examineTemporal],
  ['archive', examineArchive],
  ['openQA', examineOpenQa],
  ['mail', examineMail],
  ['channels', examineChannels],
  ['messages', examineBus],
  ['publishing', examinePublish],
  ['compose tree', examineTree],
  ['list of releases', examineReleases],
  ['Koji', examineKoji],
  ['mirror', examineMirror],
  ['secret files', examineSecretFiles],
]

/** Longer than any one request, whose own failure says more. */
const limitMs = requestMs + 4000

/** Examines everything at once, for 19 seconds at most: what hangs does not hold up the others. */
export async function examineAll(settings: Settings): Promise<readonly Diagnosis[]> {
  const examined = await Promise.all(
    examinations.map(([about, examination]) => within(about, () => examination(settings))),
  )
  return [
    examineConfiguration(settings),
    ...examined.flatMap(({ findings }) => findings),
    examineClocks(examined.flatMap(({ clocks }) => clocks)),
  ]
}

/** The configuration was read before; the lists that it names are read here. */
function examineConfiguration(settings: Settings): Diagnosis {
  const about = 'configuration'
  try {
    placesByStream(placesOf(settings), settings)
  } catch (error) {
    if (!(error instanceof ConfigMistakes)) throw error
    return problem(
      about,
      error.message.replaceAll('\n', '; '),
      'mend that file, and run "nightjar config" again',
    )
  }
  return ok(about, settings.file ?? 'there is none: the defaults are used')
}

async function within(about: string, act: () => Promise<Examined>): Promise<Examined> {
  const { promise: late, resolve } = Promise.withResolvers<Examined>()
  const silent = noAnswer(
    about,
    `it did not answer within ${limitMs / 1000} s`,
    'look at the service and the network',
  )
  const timer = setTimeout(() => resolve({ findings: [silent], clocks: [] }), limitMs)
  try {
    return await Promise.race([act(), late])
  } catch (thrown) {
    const todo =
      thrown instanceof ConfigMistakes
        ? 'mend that, and run "nightjar config" again'
        : 'this may be a mistake in Nightjar: report it'
    return { findings: [problem(about, wordsOf(thrown), todo)], clocks: [] }
  } finally {
    clearTimeout(timer)
  }
}
