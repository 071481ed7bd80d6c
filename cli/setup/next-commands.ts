import { allAttributesCommand } from '../../workers/temporal/check-server.ts'
import { shellWord } from '../completion/quoted-word.ts'
import type { NewFile, NewSetup } from './new-setup.ts'

/** What is left to do after the files are written, in order; `docs/operating.md` explains each step. */
export function nextCommands(setup: NewSetup, files: readonly NewFile[]): string {
  const { temporal, databaseUrl } = setup
  const server = `TEMPORAL_ADDRESS=${temporal}`
  const steps =
    databaseUrl === null
      ? [
          ['look at every value', 'nightjar config'],
          ['a database was not named: this brings one, and Temporal', 'nightjar dev'],
          ['in another terminal: plan the nights', `${server} nightjar schedule apply`],
        ]
      : [
          ['look at every value', 'nightjar config'],
          ...temporalSteps(server),
          ['where the database is not there yet, as its superuser', ...databaseCommands(databaseUrl)],
          ['a worker; the first one makes the tables', workerCommand(setup, files)],
          ['plan the nights', `${server} nightjar schedule apply`],
          ['is anything wrong?', `${server} ${databaseFile(files)}nightjar doctor`],
        ]
  return [
    'Next:',
    ...steps.flatMap(([why, ...commands]) => [`  # ${why}`, ...commands.map((each) => `  ${each}`)]),
  ].join('\n')
}

function temporalSteps(server: string): readonly (readonly string[])[] {
  return [
    [
      'once for the Temporal server: search attributes, and how long ended nights are kept',
      `${server} ${allAttributesCommand('default')}`,
      `${server} temporal operator namespace update --namespace default --retention 90d`,
    ],
  ]
}

function databaseCommands(databaseUrl: string): readonly string[] {
  const { username, pathname } = new URL(databaseUrl)
  const user = shellWord(decodeURIComponent(username) || 'nightjar')
  const database = shellWord(decodeURIComponent(pathname.slice(1)) || 'nightjar')
  return [`createuser --pwprompt ${user}`, `createdb --owner ${user} ${database}`]
}

function workerCommand({ where }: NewSetup, files: readonly NewFile[]): string {
  const instance = files.some(({ path }) => path.endsWith('nightjar-worker@.service')) ? '@9464' : ''
  const systemctl = where === 'machine' ? 'systemctl' : 'systemctl --user'
  const user = where === 'machine' ? 'systemd-sysusers && systemd-tmpfiles --create && ' : ''
  return `${user}${systemctl} daemon-reload && ${systemctl} enable --now nightjar-worker${instance}`
}

/** How a command finds the database, which the units get as a credential. */
function databaseFile(files: readonly NewFile[]): string {
  const secret = files.find(({ secret: isSecret }) => isSecret)
  return secret === undefined ? '' : `NIGHTJAR_DATABASE_URL_FILE=${shellWord(secret.path)} `
}
