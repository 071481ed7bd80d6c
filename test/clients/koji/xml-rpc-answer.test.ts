import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAnswer } from '../../../clients/koji/xml-rpc-answer.ts'

test.each([
  ['an int', '<int>-7</int>', -7],
  ['the older name of an int', '<i4>7</i4>', 7],
  ['an i8 that is exact', '<i8>8589934599</i8>', 8_589_934_599],
  ['an i8 that would not be exact, as text', '<i8>9007199254740993</i8>', '9007199254740993'],
  ['a double', '<double>1439885733.123456</double>', 1_439_885_733.123456],
  ['a boolean', '<boolean>1</boolean>', true],
  ['nil', '<nil/>', null],
  ['nil in two tags', '<nil></nil>', null],
  ['a string', '<string>a &lt;&amp;&gt; café &#233;&#xE9;</string>', 'a <&> café éé'],
  ['a string with CDATA', '<string>a<![CDATA[<b>&amp;]]>c</string>', 'a<b>&amp;c'],
  ['an empty string', '<string></string>', ''],
  ['untyped text', ' plain ', ' plain '],
  ['a date, as text', '<dateTime.iso8601>20150818T00:00:00</dateTime.iso8601>', '20150818T00:00:00'],
  ['base64, as text', '<base64>AAEC</base64>', 'AAEC'],
  ['an empty array', '<array><data></data></array>', []],
  [
    'a struct with a comment in it',
    '<struct>\n<member><name>a</name><!-- x --><value><nil/></value></member>\n</struct>',
    { a: null },
  ],
  [
    'arrays in arrays',
    '<array><data><value><array><data><value><int>1</int></value></data></array></value></data></array>',
    [[1]],
  ],
])('%s is read', (_, element, value) => {
  expect(parseAnswer(response(element))).toEqual({ kind: 'value', value })
})

test('a fault is told apart from a value', () => {
  const xml = `<methodResponse><fault><value>${fault(1014, 'planned outage')}</value></fault></methodResponse>`

  expect(parseAnswer(xml)).toEqual({ kind: 'fault', fault: { code: 1014, text: 'planned outage' } })
})

test.each([
  ['a DTD', `<!DOCTYPE x [<!ENTITY a "b">]>${response('<string>&a;</string>')}`, '<!DOCTYPE'],
  ['an entity of its own', response('<string>&lol;</string>'), '&lol;'],
  ['an entity with a long name', response('<string>&averyveryverylongname;</string>'), '&averyveryver'],
  ['a bare ampersand', response('<string>salt & pepper and more</string>'), '& pepper'],
  ['an entity with no character', response('<string>&#0;</string>'), '&#0;'],
  ['a character beyond 16 bits by its number', response('<string>&#128512;</string>'), '&#128512;'],
  ['such a character in hexadecimal', response('<string>&#x1F600;</string>'), '&#x1F600;'],
  ['a known entity in upper case', response('<string>&AMP;</string>'), '&AMP;'],
  ['an instruction', `<?php echo ?>${response('<nil/>')}`, '<?php'],
  ['HTML', '<html><body>502 Bad Gateway</body></html>', '<html> is not an element'],
  ['plain text', 'Invalid request', 'missing start tag'],
  ['nothing', '', 'missing start tag'],
  ['an attribute', response('<int x="1">1</int>'), 'has an attribute, x'],
  ['an attribute that is none', response('<int x>1</int>'), 'attribute'],
  ['a member named __proto__', response(member('__proto__', '<struct></struct>')), '__proto__'],
  ['12abc for an int', response('<int>12abc</int>'), '"12abc" is not an integer'],
  ['no digits for an int', response('<int></int>'), 'is not an integer'],
  ['nan for a double', response('<double>nan</double>'), 'is not a number'],
  ['yes for a boolean', response('<boolean>yes</boolean>'), 'boolean'],
  [
    'a value before its name',
    response('<struct><member><value>a</value><name>b</name></member></struct>'),
    'name',
  ],
  ['a member without a value', response('<struct><member><name>b</name></member></struct>'), 'broken member'],
  ['elements that close crosswise', '<methodResponse><params></methodResponse></params>', 'mismatch'],
  ['two documents', `${response('<nil/>')}<methodResponse></methodResponse>`, 'more follows'],
  ['an XML declaration in the middle', response('<?xml version="1.0"?><nil/>'), '<?xml'],
  ['text between elements', response('<nil/></value>x<value>'), 'outside'],
  ['text after the end', `${response('<nil/>')}x`, 'outside'],
  [
    'two values',
    '<methodResponse><params><param><value>a</value></param><param><value>b</value></param></params></methodResponse>',
    'one value',
  ],
  ['a call', '<methodCall><params><param><value>a</value></param></params></methodCall>', 'methodCall'],
  ['a fault without a code', '<methodResponse><fault><value>x</value></fault></methodResponse>', 'no code'],
])('%s is refused', (_, xml, said) => {
  expect(() => parseAnswer(xml)).toThrow(said)
})

test('20,000 nested values are refused without a stack overflow', () => {
  const deep = '<value><array><data>'.repeat(20_000)

  expect(() => parseAnswer(`<methodResponse><params><param>${deep}`)).toThrow('nested more than 200')
})

test('an answer that is cut off anywhere is refused', () => {
  const whole = response(member('a', '<array><data><value><string>x&amp;y</string></value></data></array>'))

  for (let length = 0; length < whole.length; length++) {
    expect([length, outcome(whole.slice(0, length))]).toEqual([length, 'Error'])
  }
})

test('whatever text comes, it is a value, a fault or a plain error', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    '&',
    ';',
    '<value>',
    '</value>',
    '<struct>',
    '<![CDATA[',
    'name',
    ' ',
  )
  const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 }))).map((parts) => parts.join(''))

  fc.assert(
    fc.property(text, (body) => {
      expect(['value', 'fault', 'Error']).toContain(outcome(response(body)))
    }),
  )
})

function outcome(xml: string): string {
  try {
    return parseAnswer(xml).kind
  } catch (thrown) {
    return thrown instanceof Error ? thrown.name : String(thrown)
  }
}

function response(value: string): string {
  return `<?xml version='1.0'?>\n<methodResponse><params><param><value>${value}</value></param></params></methodResponse>`
}

function member(name: string, value: string): string {
  return `<struct><member><name>${name}</name><value>${value}</value></member></struct>`
}

function fault(code: number, text: string): string {
  return `<struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct>`
}
