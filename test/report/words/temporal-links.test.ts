import { expect, test } from 'vitest'
import { nightsLink, runLink } from '../../../report/words/temporal-links.ts'

const ui = { url: 'http://127.0.0.1:8233', namespace: 'default' }
const night = 'nightly/rawhide/2026-11-24'

function query(link: string): string | null {
  return new URL(link).searchParams.get('query')
}

test('the link to a run opens the page with its details, or with its looks', () => {
  const run = 'http://127.0.0.1:8233/namespaces/default/workflows/nightly%2Frawhide%2F2026-11-24'

  expect(runLink(ui, night, { run: 'one', tab: 'user-metadata' })).toBe(`${run}/one/user-metadata`)
  expect(runLink(ui, night, { run: 'one', tab: 'pending-activities' })).toBe(`${run}/one/pending-activities`)
  expect(runLink(ui, night)).toBe(run)
})

test('the link to the list has the nights only, and those with some verdicts', () => {
  expect(query(nightsLink(ui))).toBe('`WorkflowType`="nightly"')
  expect(query(nightsLink(ui, ['broken']))).toBe('`WorkflowType`="nightly" AND `Verdict` = "broken"')
  expect(query(nightsLink(ui, ['broken', 'unknown']))).toBe(
    '`WorkflowType`="nightly" AND `Verdict` IN ("broken", "unknown")',
  )
})
