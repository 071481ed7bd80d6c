import { expect, test } from 'vitest'
import { parseComposeRef } from '../../../compose/places/parse-compose-ref.ts'

test('a compose is meant by its name or its URL alike', () => {
  const named = parseComposeRef('Fedora-Rawhide-20261124.n.0')

  const located = parseComposeRef(
    'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  )

  expect(located).toEqual(named)
})

test('a URL outside the sites is refused, whatever compose it names', () => {
  expect(() => parseComposeRef('https://evil.example/compose/rawhide/Fedora-Rawhide-20261124.n.0')).toThrow(
    'an allowed host',
  )
})
