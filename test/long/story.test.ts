import { beforeAll, describe, expect, inject, test } from 'vitest'
import { workflowBundle } from '../night/stage.ts'
import { playStory, type PlayedNight } from '../story/play-story.ts'
import { thirtyNights } from '../story/thirty-nights.ts'
import { toldBy } from '../story/told-by.ts'

/** Ends what hangs: on a quiet machine they take two minutes and a half. */
const longestMs = 1_200_000

describe('thirty nights in the lab', () => {
  let played: readonly PlayedNight[] = []

  beforeAll(async () => {
    played = await playStory(thirtyNights, { address: inject('temporalAddress'), bundle: workflowBundle() })
  }, longestMs)

  test.for(thirtyNights.nights.map((night, nth) => [night.date, night, nth] as const))(
    'end with the expected report and one mail: %s',
    ([, { expected }, nth]) => {
      const night = played[nth]
      if (night === undefined) throw new Error('the night was not played')

      expect(toldBy(night.report)).toEqual({ since: {}, nights: {}, newSoft: [], ...expected })
      expect(night.subjects).toEqual([expected.subject])
    },
  )
})
