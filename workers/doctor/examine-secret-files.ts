import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { clientConfFiles, findOpenQaKey } from '../../clients/openqa/openqa-client-conf.ts'
import type { Settings } from '../config/config.ts'
import { secretFilesOf } from '../config/secret-of.ts'
import { ok, warning, type Diagnosis, type Examined } from './diagnosis.ts'

/** A file with a secret, and what names it. */
interface SecretFile {
  readonly file: string
  readonly namedBy: string
}

/** Whether other users of this machine can read or change a file with a secret. Its group may. */
export async function examineSecretFiles(
  settings: Settings,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Examined> {
  const files = [...secretFiles(settings, environment), ...(await keyFiles(settings, environment))]
  const found = (await Promise.all(files.map(examineFile))).flat()
  const good = ok('secret files', 'no other user of this machine can read one')
  return { findings: found.length === 0 ? [good] : found, clocks: [] }
}

/** Every file with a secret that Nightjar may read. Some may not be there. */
function secretFiles(settings: Settings, environment: NodeJS.ProcessEnv): readonly SecretFile[] {
  const { bus, publish, webhook, matrix } = settings
  const temporal = environment['TEMPORAL_TLS_CLIENT_KEY_PATH']
  return [
    ...secretFilesOf(environment).map(([namedBy, file]) => ({ file, namedBy })),
    ...(temporal ? [{ file: temporal, namedBy: 'TEMPORAL_TLS_CLIENT_KEY_PATH' }] : []),
    ...webhook.map(({ name, secret_file: file }) => ({ file, namedBy: `secret_file of webhook ${name}` })),
    ...matrix.map(({ name, token_file: file }) => ({ file, namedBy: `token_file of Matrix ${name}` })),
    ...(bus === undefined || isEverybodys(bus.key) ? [] : [{ file: bus.key, namedBy: 'key in [bus]' }]),
    ...(publish === undefined ? [] : [{ file: publish.key, namedBy: 'key in [publish]' }]),
  ]
}

/** The file with our key for openQA. What is wrong with it, openQA's examination tells. */
async function keyFiles(
  { openqa }: Settings,
  environment: NodeJS.ProcessEnv,
): Promise<readonly SecretFile[]> {
  try {
    const found = await findOpenQaKey(openqa.url, clientConfFiles(environment))
    return found.kind === 'found' ? [{ file: found.file, namedBy: "openQA's key" }] : []
  } catch {
    return []
  }
}

/** The keys that the package fedora-messaging brings for everybody are no secrets. */
function isEverybodys(key: string): boolean {
  return ['fedora-key.pem', 'fedora.stg-key.pem'].includes(basename(key))
}

/** Of a container's runtime: nobody else has an account in the container, and the modes are the runtime's. */
const ofContainer = '/run/secrets/'

const others = 0o007

async function examineFile({ file, namedBy }: SecretFile): Promise<readonly Diagnosis[]> {
  const found = await modeOf(file)
  if (found === null || (found.mode & others) === 0) return []
  const mode = (found.mode & 0o777).toString(8).padStart(4, '0')
  const said = `other users of this machine can reach ${file} (${namedBy}): its mode is ${mode}`
  const isOurs = found.uid === process.getuid?.() && found.uid !== 0
  const owner = isOurs ? '' : "; it must belong to the worker's user, or systemd must hand it over"
  return [warning('secret files', said, `chmod 600 ${file}${owner}`)]
}

/** Null for what is no file, or a file of a container: whoever needs it says that it is not there. */
async function modeOf(file: string): Promise<{ readonly mode: number; readonly uid: number } | null> {
  try {
    const real = await realpath(file)
    if (file.startsWith(ofContainer) || real.startsWith(ofContainer)) return null
    const { mode, uid } = await stat(real)
    return { mode, uid }
  } catch {
    return null
  }
}
