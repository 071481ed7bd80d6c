import { expect, test } from 'vitest'
import { makeReport } from '../../../report/make-report.ts'
import { renderHtml } from '../../../report/html/html.ts'
import { renderText } from '../../../report/text/text.ts'
import { validationEvent } from '../../../report/words/validation-event.ts'
import { compose, green } from '../green-night.ts'

const candidate = { ...compose, id: 'Fedora-44-20260410.0', label: 'RC-1.2' }

test.each([
  [{}, 'Fedora_44_RC_1.2', '--release 44 --milestone RC --compose 1.2'],
  [{ label: 'Beta-1.10' }, 'Fedora_44_Beta_1.10', '--release 44 --milestone Beta --compose 1.10'],
])('a candidate has a validation event, by its release and label', (changes, name, options) => {
  expect(validationEvent({ ...candidate, ...changes })).toEqual({
    page: `https://fedoraproject.org/wiki/Test_Results:${name}_Summary`,
    command: `relval report-results ${options}`,
  })
})

test.each([
  ['a nightly', compose],
  ['a label of another form', { ...candidate, label: 'RC-1.2 <b>' }],
  ['another product', { ...candidate, id: 'Fedora-IoT-44-20260410.0' }],
  ['Rawhide', { ...candidate, id: 'Fedora-Rawhide-20260410.0' }],
  ['no compose', null],
])('%s has none that is known without the wiki', (_, of) => {
  expect(validationEvent(of)).toBeNull()
})

test('the mail links it and has the command whole', () => {
  const report = makeReport({ ...green, compose: candidate })
  const { page, command } = validationEvent(candidate) ?? { page: '', command: '' }

  expect(renderText(report)).toContain(`\nIts validation event, if it was nominated:\n${page}\n${command}\n`)
  expect(renderHtml(report)).toContain(`<code>${command}</code>`)
  expect(renderHtml(report)).toContain(page)
  expect(renderText(makeReport(green))).not.toContain('validation event')
})
