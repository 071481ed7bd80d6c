import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { formsOf, leaksIn } from './planted.ts'

test('a secret is found in each form that programs write', () => {
  for (const secret of ['Pl4nted/mail+word', randomBytes(32)]) {
    const bytes = Buffer.from(secret)
    const beside = ['', 'x', 'xy', 'xyz'].map((before) =>
      Buffer.concat([Buffer.from(before), bytes, Buffer.from('z')]),
    )
    const written = beside.flatMap((each) => [
      each.toString('base64'),
      each.toString('base64url'),
      each.toString('hex'),
    ])

    for (const each of written) expect(leaksIn(`- ${each} -`, { secret })).toEqual(['secret'])
    expect(leaksIn('nothing', { secret })).toEqual([])
    expect(formsOf(secret).every((form) => form.length > 8)).toBe(true)
  }
})
