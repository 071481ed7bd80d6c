import type { HeardInLap, JobsShown, News } from '../../activities/lap/news.ts'

/**
 * Whether a value is what a look of the night tells it. A person may send the signal, too, from Temporal's
 * UI, and a handler that throws would stop the night.
 */
export function isNews(value: unknown): value is News {
  if (!isObject(value) || !isObject(value['tokens'])) return false
  const { tokens, stage, said, at } = value
  const times = [at, tokens['fullAt'], tokens['notBefore']]
  return typeof stage === 'string' && typeof said === 'string' && times.every(isTime) && isHeard(value)
}

/** Whether a value is what a look leaves beside what it said. */
export function isHeard(value: unknown): value is HeardInLap {
  if (!isObject(value) || !isObject(value['told'])) return false
  const { told, unansweredSince, late, jobs } = value
  const isTold = typeof told['key'] === 'string' && ['number', 'undefined'].includes(typeof told['step'])
  const areWords = (unansweredSince === null || isTime(unansweredSince)) && isTextOrNull(late)
  return isTold && areWords && (jobs === undefined || areJobs(jobs))
}

function areJobs(value: unknown): value is JobsShown {
  if (!isObject(value) || !isObject(value['progress']) || !isObject(value['failing'])) return false
  const { byFlavor, endsAbout, ...counts } = value['progress']
  const { openqa, count, first } = value['failing']
  const areCounts = ['done', 'running', 'waiting'].every((name) => typeof counts[name] === 'number')
  const areFlavors = areAll(byFlavor, { texts: ['flavor', 'arch'], numbers: ['done', 'running', 'waiting'] })
  const areFailing = areAll(first, { texts: ['test', 'flavor', 'arch', 'scenario'], numbers: ['id'] })
  return (
    areCounts &&
    isTextOrNull(endsAbout) &&
    areFlavors &&
    areFailing &&
    typeof openqa === 'string' &&
    typeof count === 'number'
  )
}

function areAll(
  list: unknown,
  { texts, numbers }: { readonly texts: readonly string[]; readonly numbers: readonly string[] },
): boolean {
  if (!Array.isArray(list)) return false
  return list.every(
    (each: unknown) =>
      isObject(each) &&
      texts.every((name) => typeof each[name] === 'string') &&
      numbers.every((name) => typeof each[name] === 'number'),
  )
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
