import type { NightLine } from '../../archive/queries/night-lines.ts'
import { readNightDate } from '../../compose/naming/night-date.ts'
import { verdictWords, type VerdictWord } from '../../jobs/verdict/verdicts.ts'

/** The last nights of a list with a verdict as a strip in SVG, at most thirty. */
export async function stripOf(nights: readonly NightLine[]): Promise<string> {
  const { nightStrip } = await import('../../report/html/strip.ts')
  return nightStrip(
    nights.toReversed().flatMap(({ run, date, verdict, compose }) => {
      const name = run.split('/').at(-1) ?? ''
      const night = readNightDate(name) === null ? date : name
      return night !== null && isVerdict(verdict) ? [{ date: night, verdict, compose }] : []
    }),
  )
}

function isVerdict(word: string | null): word is VerdictWord {
  return verdictWords.some((verdict) => verdict === word)
}
