import { expect, test } from 'vitest'
import { parseComposeName } from '../../../compose/naming/compose-name.ts'
import { composeUrl } from '../../../compose/places/compose-url.ts'
import { completionSignsOf } from '../../../compose/readiness/completion-signs.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', 'compose/metadata/images.json', 'status', 'STATUS'],
  ['Rawhide__20150820', 'rawhide', 'present', 'logs/finish'],
  ['23__20160219.1', '23-20160219.1', 'present', '23-20160219.1/Cloud-Images'],
  ['43_RC-1.3', '43_RC-1.3', 'present', '43_RC-1.3'],
  ['23_Beta_RC2', '23_Beta_RC2', 'present', '23_Beta_RC2'],
  ['43_Beta', '43_Beta', 'present', '43_Beta'],
  ['43', '43', 'present', '43'],
  ['FedoraRespin-43-updates-20251215.0', 'live-respins', 'present', 'live-respins'],
])('%s exists if %s exists, and is done by the %s of %s', (name, exists, kind, done) => {
  const ref = parseComposeName(name)

  const evidence = completionSignsOf(ref, composeUrl(ref))

  expect(evidence.exists.endsWith(`/${exists}`)).toBe(true)
  expect(evidence.done.kind).toBe(kind)
  expect(evidence.done.url.endsWith(`/${done}`)).toBe(true)
})
