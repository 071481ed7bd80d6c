import { expect, test } from 'vitest'
import { Garbled } from '../../../compose/garbled.ts'
import { locate } from '../../../compose/expected/opened-compose.ts'
import { parseKeptPlan, type KeptPlan } from '../../../jobs/plan/kept-plan.ts'
import { keptPlan } from '../kept-plan.ts'
import { nightlyImages } from '../nightly-images.ts'

const plan: KeptPlan = {
  ...keptPlan('Fedora-44-20261124.0', [
    { flavor: 'a', arch: 'x86_64', settings: { DISTRI: 'fedora', X: '1' } },
  ]),
  label: 'RC-1.2',
  warnings: ['a guess'],
  images: locate('https://kojipkgs.example/c', nightlyImages.slice(0, 2)),
  judged: { expected: 2, missing: [] },
}

test('a plan that was kept is read back as it was', () => {
  expect(parseKeptPlan(JSON.stringify(plan))).toEqual(plan)
  expect(parseKeptPlan(JSON.stringify({ ...plan, label: null, judged: null }))).toMatchObject({
    judged: null,
  })
})

test('an older plan without warnings has none', () => {
  const { warnings: _warnings, ...older } = plan

  expect(parseKeptPlan(JSON.stringify(older)).warnings).toEqual([])
})

test.each(Object.keys(plan).filter((key) => key !== 'warnings'))(
  'a plan without its %s is garbled',
  (key) => {
    const fields = Object.entries(plan).filter(([name]) => name !== key)

    expect(() => parseKeptPlan(JSON.stringify(Object.fromEntries(fields)))).toThrow(Garbled)
  },
)

test('posts and images are read whole or not at all', () => {
  const [image] = plan.images
  const post = { flavor: 'a', arch: 'x86_64' }

  expect(() => parseKeptPlan(JSON.stringify({ ...plan, posts: [post] }))).toThrow(Garbled)
  expect(() => parseKeptPlan(JSON.stringify({ ...plan, images: [{ ...image, url: null }] }))).toThrow(Garbled)
  expect(() => parseKeptPlan('[]')).toThrow('plan')
})
