import { expect, test } from 'vitest'
import { ConfigMistakes, loadConfig } from '../../../workers/config/config.ts'
import { placesOf } from '../../../workers/config/places.ts'
import { temporalUi } from '../../../workers/config/temporal-ui.ts'
import { configFile } from '../../config-file.ts'

const configured = { temporal_ui: 'https://temporal.example.org' }

test.each([
  [
    'the variable comes before the configuration',
    configured,
    'http://localhost:8080',
    'http://localhost:8080',
  ],
  ['the variable stands alone', {}, 'http://localhost:8080/ui', 'http://localhost:8080/ui'],
  ['an empty variable names nothing', configured, '', 'https://temporal.example.org'],
  ['the configuration stands alone', configured, undefined, 'https://temporal.example.org'],
  ['neither names one', {}, undefined, null],
])('%s', (_, settings, variable, ui) => {
  expect(temporalUi(settings, { NIGHTJAR_TEMPORAL_UI: variable })).toBe(ui)
})

test.each(['localhost:8080', 'ftp://temporal.example.org', 'https://user:hunter2@temporal.example.org'])(
  'what is not the URL of a web page is a mistake, and is not repeated: %s',
  (variable) => {
    const read = () => temporalUi(configured, { NIGHTJAR_TEMPORAL_UI: variable })

    expect(read).toThrow(ConfigMistakes)
    expect(read).toThrow(/^NIGHTJAR_TEMPORAL_UI: expected a URL/)
    expect(read).not.toThrow(variable)
  },
)

test('reports link to it', async () => {
  await using made = await configFile('temporal_ui = "https://temporal.example.org/"')

  expect(placesOf(loadConfig(made.file)).temporalUi).toBe('https://temporal.example.org')
})
