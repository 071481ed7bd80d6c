import { expect, test } from 'vitest'
import { migrate } from '../../archive/migrations/migrate.ts'
import { emptyDatabase } from './fresh-database.ts'

test('x', async () => {
  const url = await emptyDatabase()
  expect(await Promise.all([migrate({ url }), migrate({ url }), migrate({ url }), migrate({ url })])).toEqual(
    1,
  )
})
