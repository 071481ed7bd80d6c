import { nights01To10 } from './nights-01-to-10.ts'
import { nights11To20 } from './nights-11-to-20.ts'
import { nights21To30 } from './nights-21-to-30.ts'
import type { Story } from './story.ts'
import { storyTests } from './tests.ts'

/** Thirty nights of Rawhide. Every expectation was derived by hand from the rules, not from the program. */
export const thirtyNights: Story = {
  stream: 'rawhide',
  tests: storyTests,
  nights: [...nights01To10, ...nights11To20, ...nights21To30],
}
