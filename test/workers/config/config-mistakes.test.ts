import { expect, test } from 'vitest'
import { loadConfig } from '../../../workers/config/config.ts'
import { configFile } from '../../config-file.ts'

const url = 'https://hooks.example.org/SEKRET/123?token=SEKRET'

async function mistakesIn(text: string): Promise<string> {
  await using config = await configFile(text)
  try {
    loadConfig(config.file, {})
    return 'no mistake'
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(config.folder, '') : String(error)
  }
}

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
  ['[bus]\nkey = ["SEKRET"]', 'bus.key: expected string, got ["…"]'],
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
