import { openQa } from '../../clients/openqa/openqa.ts'
import { keyAccepted } from '../../sources/openqa/openqa-key.ts'
import type { Settings } from '../config/config.ts'
import { placesOf } from '../config/places.ts'
import { openQaSecret } from '../config/secrets.ts'
import { noAnswer, ok, problem, wordsOf, type Examined, type Diagnosis } from './diagnosis.ts'
import { findingOf, requestMs } from './finding-of.ts'

/** openQA takes no signature that is older, in ms. */
const signatureMs = 300_000

const about = 'openQA key'

/** openQA, its clock, and whether it accepts our key. */
export async function examineOpenQa(settings: Settings): Promise<Examined> {
  const { openqa: url } = placesOf(settings)
  const client = openQa({ url, deadlineMs: requestMs })
  const read = async () => {
    await client.jobsOfBuild('nightjar-doctor')
    return `${url} answers`
  }
  const advice = {
    silent: 'nothing if it is an outage: nights ask again; otherwise correct openqa.url',
    wrong: 'correct openqa.url',
  }
  const answers = await findingOf('openQA', read, advice)
  const aheadMs = client.clockSkewMs()
  const key = answers.state === 'ok' ? await examineKey(url, aheadMs ?? 0, settings.openqa.post) : unknownKey
  return { findings: [answers, key], clocks: aheadMs === null ? [] : [{ of: 'openQA', aheadMs }] }
}

const unknownKey = noAnswer(about, 'it cannot be tried without openQA', 'see openQA')

async function examineKey(url: string, aheadMs: number, posts: boolean): Promise<Diagnosis> {
  try {
    const secret = await openQaSecret(url)
    if (secret === null) return ok(about, 'there is none: Nightjar observes, and posts nothing')
    if (await keyAccepted(openQa({ url, ...secret, deadlineMs: requestMs })))
      return ok(
        about,
        posts ? 'openQA accepts it' : 'openQA accepts it; openqa.post is false, so Nightjar observes',
      )
    return Math.abs(aheadMs) > signatureMs
      ? noAnswer(about, 'openQA refuses it, as it does while the clocks differ', 'set the clock first')
      : problem(
          about,
          `openQA refuses it for ${new URL(url).host}`,
          "correct the key and secret in client.conf; the key must be an operator's and not expired",
        )
  } catch (thrown) {
    return problem(about, wordsOf(thrown), 'correct client.conf')
  }
}
