import { ok, problem, type Diagnosis, type OtherClock } from './diagnosis.ts'

const about = 'clock'

/** Of this, nobody takes notice; openQA refuses from five minutes on. */
const allowedMs = 60_000

/**
 * Whether this machine's clock is right, by the clocks of others. Where they agree that it is not, it is this
 * one's; where they do not, the one that stands alone is named.
 */
export function examineClocks(clocks: readonly OtherClock[]): Diagnosis {
  if (clocks.length === 0)
    return { about, state: 'no answer', said: 'nobody told the time', todo: 'see what does not answer' }
  const off = clocks.filter(({ aheadMs }) => Math.abs(aheadMs) > allowedMs)
  const agree = clocks.filter((each) => !off.includes(each))
  if (off.length === 0) return ok(about, `it agrees with ${names(agree)}`)
  const [{ aheadMs } = { aheadMs: 0 }] = off
  if (agree.length === 0 && off.every((each) => Math.abs(each.aheadMs - aheadMs) <= 2 * allowedMs)) {
    return problem(
      about,
      `it is ${difference(-aheadMs)} ${names(off)}; openQA accepts five minutes`,
      set('this machine'),
    )
  }
  const others = off.map((each) => `${each.of} is ${difference(each.aheadMs)} it`).join(', ')
  const witness = agree.length === 0 ? 'no two agree' : `it agrees with ${names(agree)}`
  return problem(about, `${others}; ${witness}`, set(agree.length === 0 ? 'each machine' : names(off)))
}

function set(whose: string): string {
  return `set the clock of ${whose}: timedatectl set-ntp true`
}

/** `10 min behind`, `12 s ahead of`. */
function difference(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  const size = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return `${size} ${aheadMs < 0 ? 'behind' : 'ahead of'}`
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

function names(clocks: readonly OtherClock[]): string {
  return list.format(clocks.map(({ of }) => of))
}
