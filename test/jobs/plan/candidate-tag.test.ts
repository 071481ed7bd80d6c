import { expect, test } from 'vitest'
import { candidateTag } from '../../../jobs/plan/candidate-tag.ts'

test('the comment that keeps a candidate is in the form that openQA reads', () => {
  expect(candidateTag('Fedora-44-20261124.0')).toBe('tag:Fedora-44-20261124.0:important:candidate')
})
