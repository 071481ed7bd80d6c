import { expect, test } from 'vitest'

import { readPostAnswer } from '../../../../jobs/plan/post-answer.ts'
import { nightlyTemplates } from '../../../../lab/openqa/products/nightly.ts'
import type { TemplateSet } from '../../../../lab/openqa/products/templates.ts'
import { templates2019 } from '../../../recorded/templates-2019.ts'
import { timedLab } from '../../openqa-lab.ts'

async function postAll(templates: TemplateSet, arches: readonly string[]) {
  const { lab, client } = await timedLab({ templates })
  const products = templates.Products.filter(({ arch }) => arches.includes(arch))
  for (const { flavor, arch } of products) {
    const settings = {
      DISTRI: 'fedora',
      VERSION: 'Rawhide',
      FLAVOR: flavor,
      ARCH: arch,
      BUILD: 'B',
      CURRREL: '43',
    }
    const answer = readPostAnswer(await client.post(settings).catch(() => ({ error: 'no templates' })))
    if (answer.kind === 'partial') throw new Error(`${flavor} ${arch}: ${answer.why.join(', ')}`)
  }
  return { lab, products }
}

test('a night of the two main arches is some twenty products and 100 to 200 jobs, each of which finds its parents', async () => {
  const { lab, products } = await postAll(nightlyTemplates, ['x86_64', 'aarch64'])

  expect(products.length).toBeGreaterThanOrEqual(18)
  expect(lab.jobs().length).toBeGreaterThan(100)
  expect(lab.jobs().length).toBeLessThan(200)
})

test('every suite of the table is used, and every template names a suite and a machine', () => {
  const suites = new Set(nightlyTemplates.TestSuites.map(({ name }) => name))
  const used = new Set(nightlyTemplates.JobTemplates.map(({ test_suite }) => test_suite.name))
  const machines = nightlyTemplates.Machines.map(({ name }) => name)

  expect(used.symmetricDifference(suites)).toEqual(new Set())
  expect(nightlyTemplates.JobTemplates.every(({ machine }) => machines.includes(machine.name))).toBe(true)
})

test("Fedora's own templates of 2019 can be loaded", async () => {
  const { lab } = await postAll(templates2019, ['x86_64'])

  expect(lab.jobs().length).toBe(148)
})

test('the templates say what a job tested: its image, or its compose', () => {
  const targets = nightlyTemplates.Products.map(({ flavor, settings }) => [
    flavor,
    settings.find(({ key }) => key === 'TEST_TARGET')?.value,
  ])
  const upgrades = nightlyTemplates.TestSuites.filter(({ name }) => name.startsWith('upgrade_'))

  expect(Object.fromEntries(targets)).toMatchObject({
    'Server-dvd-iso': 'ISO',
    'KDE-live-iso': 'ISO',
    universal: 'ISO',
    'Server-raw_xz-raw.xz': 'HDD_2',
    'Cloud_Base-qcow2-qcow2': 'HDD_2',
  })
  expect(upgrades.length).toBeGreaterThan(5)
  expect(upgrades.filter(({ settings }) => !settings.some(({ value }) => value === 'COMPOSE'))).toEqual([])
})
