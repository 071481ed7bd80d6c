import { expect, test } from 'vitest'
import { methodCall } from '../../../clients/koji/xml-rpc-call.ts'

test('a call carries every kind of value', () => {
  const xml = methodCall('listTasks', [
    { method: 'livecd', parent: null, decode: true, state: [0, 1], createdAfter: 1439856000.25 },
    'a<&]]>b',
    2 ** 40,
    -(2 ** 31),
  ])

  expect(xml).toBe(
    '<?xml version="1.0"?><methodCall><methodName>listTasks</methodName><params>' +
      '<param><value><struct>' +
      '<member><name>method</name><value><string>livecd</string></value></member>' +
      '<member><name>parent</name><value><nil/></value></member>' +
      '<member><name>decode</name><value><boolean>1</boolean></value></member>' +
      '<member><name>state</name><value><array><data><value><int>0</int></value><value><int>1</int></value></data></array></value></member>' +
      '<member><name>createdAfter</name><value><double>1439856000.25</double></value></member>' +
      '</struct></value></param>' +
      '<param><value><string><![CDATA[a<&]]]]><![CDATA[>b]]></string></value></param>' +
      '<param><value><i8>1099511627776</i8></value></param>' +
      '<param><value><int>-2147483648</int></value></param>' +
      '</params></methodCall>',
  )
})

test.each<[string, unknown, string]>([
  ['undefined', { parent: undefined }, 'call[0].parent is undefined'],
  ['a function', [() => 1], 'call[0][0] is a function'],
  ['a bigint', 1n, 'call[0] is a bigint'],
  ['a Date', { createdAfter: new Date(0) }, 'call[0].createdAfter is a Date'],
  ['a Map', new Map(), 'call[0] is a Map'],
  ['NaN', [[Number.NaN]], 'call[0][0][0] is NaN'],
  ['a number beyond exactness', 2 ** 60, 'call[0] is 1152921504606847000'],
  ['a control character', 'a\u0001', 'call[0] holds a character'],
  ['half a surrogate pair', 'a\ud800', 'call[0] holds a character'],
  ['a control character in a name', { 'a\u0000': 1 }, 'the name of a member'],
])('%s is refused by its path', (_, value, said) => {
  expect(() => methodCall('call', JSON.parse('[]').concat([value]))).toThrow(TypeError)
  expect(() => methodCall('call', JSON.parse('[]').concat([value]))).toThrow(said)
})

test('a value that holds itself is refused', () => {
  const ring: [unknown] = [null]
  ring[0] = ring

  expect(() => methodCall('call', JSON.parse('[]').concat([ring]))).toThrow('nested more than 50 deep')
})
