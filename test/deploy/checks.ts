import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { have, run, runKubeconform, runTool, type Answer } from './tools.ts'

/** One check of the files that a person deploys: null where all is well, else what is not. */
export interface Check {
  readonly name: string
  /** Why it cannot run here, or null. */
  readonly missing: () => string | null
  readonly check: (folder: string) => string | null
}

const needs = (...programs: readonly string[]) => {
  return () => programs.find((program) => !have(program)) ?? null
}

/** What a program found; many exit with 0 whatever they found. */
function complaint({ status, said }: Answer): string | null {
  return status === 0 ? null : `exit code ${status}: ${said}`
}

const silent = ({ status, said }: Answer) =>
  status === 0 && said === '' ? null : `exit code ${status}: ${said}`

/** The units, in a folder of their own, with the program and the examples of this checkout. */
function unitsIn(folder: string): {
  readonly units: readonly string[]
  readonly environment: Record<string, string>
} {
  const target = join(folder, 'units')
  cpSync('deploy/systemd', target, { recursive: true })
  for (const file of globSync('deploy/systemd/examples/*.conf')) {
    cpSync(file, join(target, 'nightjar-.service.d', basename(file)))
  }
  for (const file of globSync(join(target, '*.service'))) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('ExecStart=nightjar', `ExecStart=${resolve('bin/nightjar')}`))
  }
  const names = globSync('deploy/systemd/*.{service,timer}').map((file) =>
    basename(file).replace('@.', '@9464.'),
  )
  return { units: names.toSorted(), environment: { SYSTEMD_UNIT_PATH: `${target}:` } }
}

/** The highest score of `systemd-analyze security` that is good; a drop-in that is not read gives 9. */
const exposure = 1.5

function score(unit: string, environment: Record<string, string>): string | null {
  const { said } = run('systemd-analyze', ['security', '--offline=true', unit], environment)
  const [, level] = /exposure level for \S+: ([\d.]+)/.exec(said) ?? []
  console.log(`  ${unit}: ${level}`)
  return level !== undefined && Number(level) <= exposure ? null : `${unit} has ${level}: ${said}`
}

function shellScripts(): readonly string[] {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n')
  return tracked.filter((file) => /^#.*(?:bin\/(?:env )?(?:ba)?sh\b|shellcheck shell=)/m.test(head(file)))
}

function head(file: string): string {
  return /\.\w+$/.test(file) && !file.endsWith('.sh') ? '' : readFileSync(file, 'utf8').slice(0, 300)
}

/** In the order from the fastest to the slowest. */
export const checks: readonly Check[] = [
  {
    name: 'the compose file fits the schema of compose files',
    missing: needs('python3'),
    check: () => {
      const words = ['--builtin-schema', 'vendor.compose-spec', 'docker-compose.yml']
      return complaint(runTool('check-jsonschema', words))
    },
  },
  {
    name: 'hadolint has nothing against the Dockerfile',
    missing: needs('python3'),
    check: () => silent(runTool('hadolint', ['Dockerfile'])),
  },
  {
    name: 'shellcheck has nothing against the shell scripts',
    missing: needs('shellcheck'),
    check: () => silent(run('shellcheck', ['--external-sources', '--severity=warning', ...shellScripts()])),
  },
  {
    name: 'systemd-analyze verify has nothing against the units',
    missing: needs('systemd-analyze'),
    check: (folder) => {
      const { units, environment } = unitsIn(folder)
      return silent(run('systemd-analyze', ['verify', ...units], environment))
    },
  },
  {
    name: 'systemd-analyze security finds the services hardened',
    missing: needs('systemd-analyze'),
    check: (folder) => {
      const { units, environment } = unitsIn(folder)
      const services = units.filter((unit) => unit.endsWith('.service'))
      return services.map((unit) => score(unit, environment)).find((mistake) => mistake !== null) ?? null
    },
  },
  {
    name: 'systemd makes the user and the folders',
    missing: () => (process.getuid?.() === 0 ? needs('systemd-sysusers', 'systemd-tmpfiles')() : 'root'),
    check: (folder) => {
      const root = join(folder, 'root')
      mkdirSync(join(root, 'etc'), { recursive: true })
      const users = run('systemd-sysusers', [
        `--root=${root}`,
        resolve('deploy/systemd/sysusers.d/nightjar.conf'),
      ])
      const file = resolve('deploy/systemd/tmpfiles.d/nightjar.conf')
      const made = run('systemd-tmpfiles', [`--root=${root}`, '--create', file])
      const user = readFileSync(join(root, 'etc/passwd'), 'utf8').includes('nightjar:')
      const closed = run('find', [join(root, 'etc/nightjar/credentials'), '-perm', '0700']).said !== ''
      return complaint(users) ?? complaint(made) ?? (user && closed ? null : 'a user or a folder is missing')
    },
  },
  {
    name: 'kubernetes-validate has nothing against the manifests',
    missing: needs('python3'),
    check: () => {
      const files = globSync('deploy/kubernetes/{worker,web,schedules,overdue,prune}.yaml')
      return complaint(runTool('kubernetes-validate', ['--strict', ...files]))
    },
  },
  {
    name: 'kubeconform has nothing against what kustomize makes of them',
    missing: needs('python3', 'go', 'kubectl'),
    check: (folder) => {
      const made = run('kubectl', ['kustomize', 'deploy/kubernetes'])
      const file = join(folder, 'made.yaml')
      writeFileSync(file, made.said)
      return complaint(made) ?? complaint(runKubeconform(file))
    },
  },
  {
    name: 'rpm reads the spec',
    missing: needs('rpmspec'),
    check: () => complaint(run('rpmspec', ['--parse', 'deploy/rpm/nightjar.spec'])),
  },
]
