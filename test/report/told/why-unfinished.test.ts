import { expect, test } from 'vitest'
import { whyUnfinished } from '../../../report/told/why-unfinished.ts'
import { compose, green } from '../green-night.ts'

const { id } = compose
const { night } = green

function why(status: string, lastAnswer = 'Koji has 3 open tasks') {
  return whyUnfinished({ night, compose: { ...compose, status }, discarded: [], lastAnswer })
}

test.each([
  ['DOOMED', 'its compose ended DOOMED', `${id} ended DOOMED, and no newer one came`],
  ['TERMINATED', 'its compose ended TERMINATED', `${id} ended TERMINATED, and no newer one came`],
  ['STARTED', 'still being composed', `${id} was still being composed at the deadline`],
  ['FINISHED', 'not complete in time', `${id} was not complete in time: Koji has 3 open tasks`],
  ['FINISHED_INCOMPLETE', 'not complete in time', `${id} was not complete in time: Koji has 3 open tasks`],
  ['', 'STATUS is not known', `${id} has the STATUS "": Koji has 3 open tasks`],
  ['ASCENDED', 'STATUS is not known', `${id} has the STATUS "ASCENDED": Koji has 3 open tasks`],
])('a compose with the STATUS "%s" is %s', (status, short, sentence) => {
  expect(why(status)).toEqual({ short, sentence })
})

test('no newer compose was looked for after a doomed candidate', () => {
  const candidate = { ...night, stream: 'candidate' }
  const doomed = { ...compose, status: 'DOOMED' }

  expect(whyUnfinished({ night: candidate, compose: doomed, discarded: [], lastAnswer: '' }).sentence).toBe(
    `${id} ended DOOMED`,
  )
})

test.each([
  'the mirror has 12 of 13 wanted images; Server dvd x86_64 is 1.2 of 2.4 GB',
  '3 tasks of Koji are open; the mirror has none of 13 wanted images',
  'the mirror does not have the compose yet',
  `${id} is FINISHED; 45 of 90 images on the mirror`,
])('a mirror that does not have all of it is told: %s', (lastAnswer) => {
  const told = {
    short: 'the mirror does not have all of it',
    sentence: `the mirror does not have all of ${id}`,
  }

  expect(why('FINISHED', lastAnswer)).toEqual(told)
  expect(why('FINISHED_INCOMPLETE', lastAnswer)).toEqual(told)
  expect(why('STARTED', lastAnswer)).not.toEqual(told)
})

test.each([
  'the mirror did not answer (no answer within 30 s)',
  'the mirror is asked later (it was busy)',
  'the mirror could be listed only in part (permission denied)',
  'images.json has changed since the last look; the mirror has all 90 wanted images',
  'mirrored by hand',
])('a mirror that may have all of it is not said to lag: %s', (lastAnswer) => {
  expect(why('FINISHED', lastAnswer)).toEqual({
    short: 'not complete in time',
    sentence: `${id} was not complete in time: ${lastAnswer}`,
  })
})

test('without a compose, the last one that was discarded counts, and without that the last answer', () => {
  const discarded = [
    { id: 'n.0', status: 'TERMINATED' },
    { id: 'n.1', status: 'DOOMED' },
  ]

  expect(whyUnfinished({ night, compose: null, discarded, lastAnswer: '' }).sentence).toBe(
    'n.1 ended DOOMED, and no newer one came',
  )
  expect(whyUnfinished({ night, compose: null, discarded: [], lastAnswer: 'no n.* is there' })).toEqual({
    short: 'no compose was complete',
    sentence: 'no n.* is there',
  })
})
