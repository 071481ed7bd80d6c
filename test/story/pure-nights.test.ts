import { describe, expect, test } from 'vitest'
import { subjectOf } from '../../report/told/subject.ts'
import { renderText } from '../../report/text/text.ts'
import { playPure } from './pure-nights.ts'
import { thirtyNights } from './thirty-nights.ts'
import { toldBy } from './told-by.ts'

const reports = playPure(thirtyNights)

describe('the report on a night of the story says what was expected before the program was written', () => {
  test.for(thirtyNights.nights.map((night, nth) => [night.date, night, nth] as const))(
    '%s',
    ([, { expected }, nth]) => {
      const report = reports[nth]
      if (report === undefined) throw new Error('the night was not played')

      expect(toldBy(report)).toEqual({ since: {}, nights: {}, newSoft: [], ...expected })
      expect(renderText(report)).toMatch(/^.+\n/)
      expect(subjectOf(report).length).toBeLessThanOrEqual(78)
    },
  )
})
