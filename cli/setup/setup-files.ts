import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'smol-toml'
import { settingsOf } from '../../workers/config/config.ts'
import { systemFile, userFile } from '../../workers/config/find-config.ts'
import { configHome } from '../../workers/folders.ts'
import type { NewFile, NewSetup } from './new-setup.ts'
import { workerUnit } from './worker-unit.ts'

/** What the files of a set-up depend on beside its answers. */
export interface SetupPlace {
  readonly environment: NodeJS.ProcessEnv
  /** The program, for the units. */
  readonly program: string
  /** The folder with the units of this program; it may not be there. */
  readonly units: string
}

/** The files of a set-up. @throws ConfigMistakes for answers that no configuration may have */
export function setupFiles(setup: NewSetup, place: SetupPlace): readonly NewFile[] {
  const { environment } = place
  const config = setup.where === 'machine' ? systemFile : userFile(environment)
  const text = configText(setup)
  settingsOf({ file: config, text }, environment)
  const folder = dirname(config)
  const secretFile = join(folder, 'credentials', 'database-url')
  const secrets: readonly NewFile[] =
    setup.databaseUrl === null ? [] : [{ path: secretFile, text: `${setup.databaseUrl}\n`, secret: true }]
  return [{ path: config, text }, ...secrets, ...unitsOf(setup, place, secretFile)]
}

function configText({ openqaUrl: url, arches, temporalUi, mail }: NewSetup): string {
  const values = {
    ...(temporalUi === null ? {} : { temporal_ui: temporalUi }),
    openqa: { url, arches },
    ...(mail === null ? {} : { mail }),
  }
  const head = '# Written by "nightjar init". Every key with its default: nightjar.example.toml.'
  return `${head}\n${stringify(values)}`
}

/** Units for a machine are those of this program, if it has them. */
function unitsOf(setup: NewSetup, place: SetupPlace, secretFile: string): readonly NewFile[] {
  const environment = { TEMPORAL_ADDRESS: setup.temporal }
  const databaseUrlFile = setup.databaseUrl === null ? null : secretFile
  const { program } = place
  if (setup.where === 'user') {
    const path = join(configHome(place.environment), 'systemd', 'user', 'nightjar-worker.service')
    return [{ path, text: workerUnit({ program, environment, user: null, databaseUrlFile }) }]
  }
  if (!existsSync(place.units)) {
    const path = '/etc/systemd/system/nightjar-worker.service'
    return [{ path, text: workerUnit({ program, environment, user: 'nightjar', databaseUrlFile }) }]
  }
  const variables = { path: '/etc/nightjar/environment', text: `TEMPORAL_ADDRESS=${setup.temporal}\n` }
  return [variables, ...ownUnits(place)]
}

/** The units of this program, which name it with its whole path. */
function ownUnits({ units, program }: SetupPlace): readonly NewFile[] {
  const names = globSync(['*.{service,timer}', '*.service.d/*.conf', '{sysusers,tmpfiles}.d/*.conf'], {
    cwd: units,
  })
  return names.toSorted().map((name) => {
    const text = readFileSync(join(units, name), 'utf8')
    const folder = /^(?:sysusers|tmpfiles)\.d\//.test(name) ? '/etc' : '/etc/systemd/system'
    return {
      path: join(folder, name),
      text: text.replaceAll(/^ExecStart=nightjar /gm, `ExecStart=${program} `),
    }
  })
}
