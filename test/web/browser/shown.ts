import { afterAll, beforeAll } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { startChromium } from './chromium.ts'
import { crawl, type Answered } from './crawl.ts'
import { servedMonth } from './served-month.ts'

/** The lab month in a browser, and all that its pages lead to. */
export interface Shown {
  readonly site: string
  readonly answers: readonly Answered[]
  /** Opens a page in a window of its own, and acts on it. */
  opened<Value>(path: string, act: (page: Page) => Promise<Value>): Promise<Value>
}

/** Serves and crawls the lab month for the tests of a file. Its parts can be read when tests run. */
export function showMonth(): Shown {
  const stack = new AsyncDisposableStack()
  let site = ''
  let answers: readonly Answered[] = []
  let browser: Browser
  beforeAll(async () => {
    site = stack.use(await servedMonth()).url
    browser = stack.adopt(await startChromium(), (started) => started.close())
    answers = await crawl(site)
  })
  afterAll(() => stack.disposeAsync())
  return {
    get site() {
      return site
    },
    get answers() {
      return answers
    },
    async opened(path, act) {
      await using context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${site}${path}`)
      return await act(page)
    },
  }
}
