import { expect, test } from 'vitest'
import { mistakesIn } from '../mistakes-in.ts'

const url = 'https://hooks.example.org/SEKRET/123?token=SEKRET'

test.each([
  [`[webhook]\nname = "x"\nurl = "${url}"`, 'webhook: expected [[webhook]] tables, got {"name":"x","url":"h'],
  [`[webhook]\nurl = "hooks.example.org/SEKRET"`, 'webhook: expected [[webhook]] tables, got {"url":"hooks.'],
  [`webhook = ["${url}"]`, 'webhook (1st): expected object, got "https://hooks.example.org/…"'],
  [`webhook = "${url}"`, 'webhook: expected [[webhook]] tables, got "https://hooks.example.org/…"'],
  [`[[webhook]]\nurl = ["${url}"]`, 'webhook (1st).url: expected a URL such as "https://host/path", got ["h'],
  [`[[webhook]]\nurl = { at = "${url}" }`, 'webhook (1st).url: expected a URL such as "https://host/path",'],
  [`[[webhook]]\nname = "${url}"`, 'webhook (1st).name: expected a name of small letters, digits and "-"'],
  [`[[webhook]]\nwhen = "to ${url}"`, 'webhook (1st).when: expected "always", "change", "new failure" or'],
  [
    `[[webhook]]\nurl = 'https:\\\\h\\SEKRET'`,
    'webhook (1st).url: expected a URL such as "https://host/path"',
  ],
  [`[[webhook]]\n"${url}" = 1`, 'webhook (1st).https://hooks.example.org/…: unknown key'],
  [`webhook = [[{ "https://h/SEKRET" = 1 }]]`, 'webhook (1st): expected object, got [{"https://h/…":1}]'],
  ['[webhook]\nsecret = "SEKRET"', 'webhook: expected [[webhook]] tables, got {"secret":"…"}'],
  ['[matrix]\ntoken = ["SEKRET"]', 'matrix: expected [[matrix]] tables, got {"token":["…"]}'],
  ['[command]\nname = "tell"', 'command: expected [[command]] tables, got {"name":"tell"}'],
  ['[[mail]]\npassword = "SEKRET"', 'mail: expected object, got [{"password":"…"}]'],
  ['[mail.rules]\nto = []', 'mail.rules: expected [[mail.rules]] tables, got {"to":[]}'],
  ['[bus]\nkey = ["SEKRET"]', 'bus.key: expected the path of a file, got ["…"]'],
])('what may be a secret is not told of a mistake: %j', async (text, said) => {
  const mistakes = await mistakesIn(`${text}\n`)

  expect(mistakes).toContain(`\n  ${said}`)
  expect(mistakes).not.toContain('SEKRET')
})

test.each([
  [`[[webhook]]\nurl = "${url}\n`, 'line 2, column 57: control characters are not allowed in strings'],
  [`[[webhook]]\nurl = "${url}"\nname = x\n`, 'line 3, column 8: invalid value'],
  [`[[webhook]]\nname = x\nurl = "${url}"\n`, 'line 2, column 8: invalid value'],
  ['[[webhook]]\nurl = hooks.example.org/SEKRET\n', 'line 2, column 7'],
  ['[openqa]\nkey = SEKRET\n', 'line 2, column 7: invalid value'],
  ['[openqa]\nsecret = SEKRET\n', 'line 2, column 10: invalid value'],
  ['[mail]\npassword = SEKRET\n', 'line 2, column 12: invalid value'],
  ['[[matrix]]\naccess_token = SEKRET\n', 'line 2, column 16: invalid value'],
])('what may be a secret is not shown where the text is no TOML: %j', async (text, where) => {
  const mistakes = await mistakesIn(text)

  expect(mistakes).toContain('/nightjar.toml is not TOML: ')
  expect(mistakes).toContain(where)
  expect(mistakes).toMatch(/; the text is not shown, as it may hold a secret$/)
  expect(mistakes).not.toContain('SEKRET')
})

const run = 'expected a list such as ["/usr/bin/tell", "--quiet"]'
const pem = 'expected the path of a file, got nothing'

test.each([
  ['[[command]]\nname = "a"\nrun = []', [`command (1st).run: ${run}, got []`]],
  ['[[command]]\nname = "a"', [`command (1st).run: ${run}, got nothing`]],
  [
    '[[command]]\nrun = [1]',
    [
      'command (1st).name: expected a name of small letters, digits and "-", such as "qa-hook", got nothing',
      'command (1st).run (1st): expected the whole path of a program, such as "/usr/bin/tell", got 1',
    ],
  ],
  [
    '[publish]\nurl = "amqps://h"',
    [`publish.ca: ${pem}`, `publish.certificate: ${pem}`, `publish.key: ${pem}`],
  ],
  [
    '[[webhook]]\nname = "a"\nurl = "htps://h.example.org/x"',
    [
      'webhook (1st).url: expected a URL such as "https://host/path", got "htps://h.example.org/…"',
      'webhook (1st).secret_file: expected the name of a file, got nothing',
    ],
  ],
  [
    '[[matrix]]\nname = "a"\nhomeserver = "ftp://h"',
    [
      'matrix (1st).homeserver: expected a URL such as "https://host/path", got "ftp://h"',
      'matrix (1st).room: expected the id of a room, "!…", which its settings show, got nothing',
      'matrix (1st).token_file: expected the name of a file, got nothing',
    ],
  ],
  ['[atom]', ['atom.folder: expected the name of a folder, got nothing']],
  [
    '[mail]\nto = ["a@b"]',
    [
      'mail.host: expected the name of a mail server, got nothing',
      'mail.from: expected one mail address, got nothing',
    ],
  ],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"\n[[mail.rules]]\nwhen = "change"',
    ['mail.rules (1st).to: expected at least one mail address, got nothing'],
  ],
  [
    '[stream.iot.patience.find]\nlook = "1 min"',
    ['stream.iot.patience.find.deadline: expected a duration such as "30 s", "90 min" or "6h", got nothing'],
  ],
  ['[resultsdb]', ['resultsdb.url: expected a URL such as "https://host/path", got nothing']],
])('what is missing is told once, with what is expected: %j', async (text, mistakes) => {
  const [, ...said] = (await mistakesIn(`${text}\n`)).split('\n')

  const told = said.filter((line) => line.startsWith('  ') && !line.endsWith(': unknown key'))
  expect(told.map((line) => line.trim())).toEqual(mistakes)
})
