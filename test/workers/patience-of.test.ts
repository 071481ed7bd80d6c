import { expect, test } from 'vitest'
import { patienceOf } from '../../workers/patience-of.ts'
import { settingsOf } from '../settings-of.ts'

test('a stream has the common patience, and deadlines of its own where it has its own', () => {
  const settings = settingsOf({
    patience: { find: { deadline: '5 h', look: '1 min' }, open: '8 h' },
    stream: { eln: { patience: { find: { deadline: '2 h' }, open: '30 min' } } },
  })
  const eln = patienceOf(settings, 'eln')

  expect(patienceOf(settings, 'rawhide')).toEqual(settings.patience)
  expect(eln).toEqual({
    ...settings.patience,
    find: { ...settings.patience.find, deadlineMs: 2 * 3_600_000 },
    openMs: 30 * 60_000,
  })
  expect(eln.find.lookMs).toBe(60_000)
})
