import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { addressesOf, type Answered } from './crawl.ts'
import { sampled } from './kinds.ts'
import { axeFindings, giveAxe, pressTab, reachableCount, sideways } from './probes.ts'
import { picture } from './screenshots.ts'
import { showMonth } from './shown.ts'

const month = showMonth()

/** Pages of every kind, the first of each kind first. */
function samples(most: number): readonly (Answered & { readonly kind: string; readonly nth: number })[] {
  return [...sampled(month.answers, most)].flatMap(([kind, pages]) =>
    pages.map((page, nth) => ({ ...page, kind, nth })),
  )
}

describe('the addresses', () => {
  test('that pages lead to all answer', () => {
    const wrong = month.answers.filter(({ status }) => status !== 200)

    expect(month.answers.length).toBeGreaterThan(100)
    expect(wrong.map(({ path, status, from }) => `${path}: ${status}, from ${from}`)).toEqual([])
  })

  test('with a fragment name something on their page', () => {
    const byPath = new Map(month.answers.map((answer) => [answer.path, answer]))
    const named = month.answers
      .flatMap((answer) => addressesOf(answer, month.site))
      .filter((address) => address.startsWith(`${month.site}/`) && new URL(address).hash !== '')
    const lost = named.filter((address) => {
      const { pathname, search, hash } = new URL(address)
      const there = byPath.get(`${pathname}${search}`)?.elements ?? []
      return !there.some(({ attributes }) => attributes['id'] === decodeURIComponent(hash.slice(1)))
    })

    expect(named.length).toBeGreaterThan(50)
    expect(lost).toEqual([])
  })

  test('of other sites are URLs of the web', () => {
    const others = month.answers
      .flatMap((answer) => addressesOf(answer, month.site))
      .filter((address) => !address.startsWith(`${month.site}/`))

    expect(others.length).toBeGreaterThan(10)
    expect(others.filter((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))).toEqual([])
  })
})

test('every page is at most 60 KB', () => {
  const large = month.answers.filter(({ text }) => Buffer.byteLength(text) > 60_000)

  expect(large.map(({ path, text }) => `${path}: ${Buffer.byteLength(text)} bytes`)).toEqual([])
})

// The title of a test's page has its whole name, which may be longer than search engines show.
const rules = { extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } } as const

test('every page is valid HTML by the rules that html-validate recommends', async () => {
  const validator = new HtmlValidate({ extends: [...rules.extends], rules: rules.rules })
  const wrong: string[] = []
  for (const { path, text } of samples(12)) {
    const { results } = await validator.validateString(text)
    for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages))
      wrong.push(`${path}:${line} ${ruleId}: ${message} in ${text.split('\n')[line - 1]?.slice(0, 150)}`)
  }

  expect(wrong).toEqual([])
})

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 768, 1400].map((width) => ({ colorScheme, width })),
)

test('no page has an error, scrolls sideways, or is hard for some to use', async () => {
  const wrong: string[] = []
  for (const [at, { path, kind, nth }] of samples(3).entries())
    await month.opened(path, async (page) => {
      page.on('console', (message) => wrong.push(`${path}: ${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => wrong.push(`${path}: ${error.message}`))
      await page.reload()
      await giveAxe(page)
      for (const [look, { colorScheme, width }] of looks.entries()) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        const beyond = await sideways(page)
        if (beyond > 0) wrong.push(`${path} at ${width} px: ${beyond} px to the right`)
        if (nth === 0 && width !== 768) await picture(page, `${kind}-${width}-${colorScheme}`)
        // The first of a kind is examined small and light, and large and dark; the others in one way each.
        const isExamined = nth === 0 ? look === 0 || look === looks.length - 1 : look === at % looks.length
        if (!isExamined) continue
        const findings = await axeFindings(page)
        wrong.push(...findings.map((finding) => `${path} at ${width} px, ${colorScheme}: ${finding}`))
      }
    })

  expect(wrong).toEqual([])
})

test('Tab reaches all that can be used, in its order, and shows where it is', async () => {
  const wrong: string[] = []
  for (const { path } of samples(1))
    await month.opened(path, async (page) => {
      await page.setViewportSize({ width: 768, height: 800 })
      const count = await reachableCount(page)
      for (let nth = 0; nth < count; nth++) {
        const stop = await pressTab(page)
        if (stop.nth === nth && stop.shows && stop.inside) continue
        wrong.push(`${path}: at ${nth} of ${count}: ${JSON.stringify(stop)}`)
        break
      }
    })

  expect(wrong).toEqual([])
})

test('the first Tab shows the link that skips the pages, and Enter follows it', async () => {
  await month.opened('/', async (page) => {
    const skip = await pressTab(page)
    await page.keyboard.press('Enter')
    const next = await pressTab(page)

    expect(skip.words).toContain('href="#main"')
    expect(skip.inside).toBe(true)
    expect(next.words).toContain('href="/rawhide"')
  })
})

test('printed, a page has no way to others, and what it says fits on its paper', async () => {
  const wrong: string[] = []
  for (const { path, kind } of samples(1))
    await month.opened(path, async (page) => {
      // A4 without its margins.
      await page.setViewportSize({ width: 718, height: 1_000 })
      await page.emulateMedia({ media: 'print' })
      if (await page.locator('nav').first().isVisible()) wrong.push(`${path}: its navigation is printed`)
      if (!(await page.locator('h1').isVisible())) wrong.push(`${path}: its heading is not printed`)
      const beyond = await sideways(page)
      if (beyond > 0) wrong.push(`${path}: ${beyond} px to the right of the paper`)
      await picture(page, `${kind}-print`)
    })

  expect(wrong).toEqual([])
})
