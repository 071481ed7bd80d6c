import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { candidateTag, isCandidate } from '../../../jobs/plan/candidate-tag.ts'

test('the comment that keeps a candidate is in the form that openQA reads', () => {
  expect(candidateTag('Fedora-44-20261124.0')).toBe('tag:Fedora-44-20261124.0:important:candidate')
})

test.each([
  ['Fedora-44-20261124.0', 'RC-1.2', true],
  ['Fedora-44-20261124.0', null, true],
  ['Fedora-44-20261124.n.0', null, false],
  ['Fedora-44-20261124.n.0', 'Beta-1.1', true],
  ['Fedora-Cloud-43-20261124.0', 'RC-1.2', false],
  ['Fedora-IoT-44-20261124.0', 'RC-1.2', false],
  ['Fedora-ELN-20261124.0', 'RC-1.2', false],
  ['Fedora-eln-20261124.n.0', 'RC-1.2', false],
  ['FedoraRespin-43-updates-20261124.0', null, false],
  ['Fedora-43-updates-testing-20261124.0', null, false],
])('whether %s with the label %j is a candidate of the release: %j', (id, label, is) => {
  expect(isCandidate(parseComposeId(id), label)).toBe(is)
})
