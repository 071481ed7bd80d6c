import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

/** Puts axe-core into a page by the debugger's own way: its Content Security Policy stays as it is. */
export async function giveAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source)
}

/** What axe-core finds wrong with a page that has it, as the page is shown now, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const found =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) =>
      id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html + ' ' + failureSummary).join(' | ')))`)
  return z.array(z.string()).parse(found)
}

/** How many pixels of a page lie to the right of the window. */
export async function sideways(page: Page): Promise<number> {
  return z
    .number()
    .parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
}

const stopForm = z.object({ nth: z.number(), shows: z.boolean(), inside: z.boolean(), words: z.string() })

/** What has the focus: its number among all that can have it, and whether a reader can see that. */
export type Stop = z.infer<typeof stopForm>

const focusable = 'a[href], button, input:not([type=hidden]), select, summary, [tabindex]'
/** What is in closed details cannot have the focus. */
const reachable = `[...document.querySelectorAll('${focusable}')].filter((each) => each.checkVisibility())`

/** How many elements of a page can have the focus. */
export async function reachableCount(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate(`${reachable}.length`))
}

/** Presses Tab; answers what has the focus now. */
export async function pressTab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab')
  return stopForm.parse(
    await page.evaluate(`(() => {
      const at = document.activeElement
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      const { left, right, top, bottom } = at.getBoundingClientRect()
      return {
        nth: ${reachable}.indexOf(at),
        shows: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        inside: left >= 0 && right <= innerWidth && right > left && bottom > 0 && top < innerHeight,
        words: at.outerHTML.slice(0, 120),
      }
    })()`),
  )
}
