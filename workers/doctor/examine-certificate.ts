import { certificateEnd, type BusPlace } from '../../clients/bus/certificate.ts'
import { minuteOf } from '../../report/minute.ts'
import { ok, problem, warning, wordsOf, type Diagnosis } from './diagnosis.ts'

/** So long before its end a certificate should be replaced: a new one takes some days. */
const soonMs = 14 * 86_400_000

/** How long our certificate for a broker is valid. */
export async function examineCertificate(what: string, place: BusPlace): Promise<Diagnosis> {
  const todo = `replace ${place.certificate} and ${place.key}; workers read them at their next connection`
  try {
    const end = await certificateEnd(place)
    const leftMs = Date.parse(end) - Date.now()
    if (leftMs <= 0) return problem(what, `it ran out ${minuteOf(end)}`, todo)
    return leftMs < soonMs
      ? warning(what, `it runs out ${minuteOf(end)}`, todo)
      : ok(what, `it is valid until ${minuteOf(end)}`)
  } catch (thrown) {
    return problem(what, wordsOf(thrown), 'correct the files that the configuration names')
  }
}
