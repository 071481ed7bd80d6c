import type { VerdictWord } from '../../jobs/verdict/verdicts.ts'

/** How a verdict looks: a letter on a colour, so that nobody has to tell colours apart. */
interface VerdictLook {
  readonly colour: string
  readonly letter: string
}

const grey = '#4b5563'

/** The colour of the letters, on each of the colours below. */
export const letterColour = '#ffffff'

/** Each colour is dark enough for white letters, whatever the page around it looks like. */
export const verdictLooks: Readonly<Record<VerdictWord, VerdictLook>> = {
  broken: { colour: '#b3261e', letter: 'B' },
  unknown: { colour: '#5b3fa0', letter: '?' },
  degraded: { colour: '#8a4b00', letter: 'D' },
  passed: { colour: '#1b6e2d', letter: 'P' },
  absent: { colour: grey, letter: 'A' },
  unfinished: { colour: grey, letter: 'U' },
  cancelled: { colour: grey, letter: 'C' },
  neutral: { colour: grey, letter: 'N' },
}
