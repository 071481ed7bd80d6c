import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageForms, printedForms, schemaFile } from './forms.ts'

const forms = [...(await printedForms()), ...(await pageForms())]

const known = forms.filter(({ family, version }) => existsSync(schemaFile(family, version)))
const unknown = forms.filter((form) => !known.includes(form))

test.each(known)('the form $name is as its file says; changed, it needs a new version', (form) => {
  const file = readFileSync(schemaFile(form.family, form.version), 'utf8')

  expect(file).toBe(form.jsonSchema)
})

/** `bin/test test/cli/json -u` writes these files, and never one that is there. */
test.each(unknown)('the new form $name has a file', async ({ family, version, jsonSchema }) => {
  await expect(jsonSchema).toMatchFileSnapshot(`../../../${schemaFile(family, version)}`)
})

test('every form has a name of its own, with a version', () => {
  const names = forms.map(({ name }) => name)

  expect(names.length).toBeGreaterThan(13)
  expect(names.filter((name) => !/^nightjar\/[a-z]+(-[a-z]+)*\/[1-9]\d*$/.test(name))).toEqual([])
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('the files of earlier versions stay', () => {
  const earlier = forms.flatMap(({ family, version }) =>
    Array.from({ length: version - 1 }, (_, at) => schemaFile(family, at + 1)),
  )

  expect(earlier.filter((file) => !existsSync(file))).toEqual([])
})
