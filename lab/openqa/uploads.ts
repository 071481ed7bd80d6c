import { createHash } from 'node:crypto'
import { html, type OpenQaLab, type Reply } from './call.ts'
import { scriptOf } from './jobs/outcome.ts'
import { isFinal, type LabJob } from './state.ts'

/** The files of the installed system that the lab's jobs upload. */
export type LabUpload = 'rpms.nevra.csv' | 'services.log' | 'free.log' | 'df.log'

/** The files that a job has uploaded, by their names in openQA. Jobs that install a system upload it. */
export function uploadsOf({ workers }: OpenQaLab, job: LabJob): Readonly<Record<string, string>> {
  const { TEST = '', BUILD = '' } = job.settings
  if (!TEST.startsWith('install_') || !isFinal(job) || job.modules.length === 0) return {}
  const script = scriptOf(workers.outcomes(BUILD), job.settings)
  const files = { ...usualFiles(job), ...script?.uploads }
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`_collect_data-${name}`, text]))
}

/** `GET /tests/<id>/file/<name>`. */
export function uploadedFile(lab: OpenQaLab, id: number, name: string): Reply {
  const job = lab.state.jobs.get(id)
  const text = job && new Map(Object.entries(uploadsOf(lab, job))).get(name)
  if (text === undefined) return html(404, 'File not found')
  return { status: 200, type: 'text/plain;charset=UTF-8', body: text }
}

/** The same on every night, but not the same for every scenario: numbers differ by its name. */
function usualFiles({ settings }: LabJob): Readonly<Record<LabUpload, string>> {
  const { TEST = '', FLAVOR = '', ARCH = '', MACHINE = '' } = settings
  const byte = createHash('sha256').update(`${TEST} ${FLAVOR} ${ARCH} ${MACHINE}`).digest()[0] ?? 0
  return {
    'rpms.nevra.csv': packages.map((line) => `${line}${ARCH}\n`).join(''),
    'services.log': services.map((unit) => `${unit}.service\n`).join(''),
    'free.log': `               total        used        free      shared  buff/cache   available
Mem:         4018176     ${(600 + byte) * 1024}     2012160       10240     1200000     3200000
Swap:        4018172           0     4018172
`,
    'df.log': `Filesystem     1K-blocks    Used Available Use% Mounted on
/dev/vda3       10473472 ${(2200 + byte) * 1024}   8000000  23% /
devtmpfs            4096       0      4096   0% /dev
tmpfs            2009088       0   2009088   0% /dev/shm
/dev/vda2         996780  ${(180 + byte) * 1024}    700000  27% /boot
`,
  }
}

const packages = [
  'bash,(none),5.3.3,1.fc45,',
  'glibc,(none),2.42.9,3.fc45,',
  'kernel-core,(none),6.18.0,58.fc45,',
  'NetworkManager,1,1.55.4,1.fc45,',
  'systemd,(none),259~rc1,1.fc45,',
  'vim-minimal,2,9.1.1000,1.fc45,',
]

const services = ['auditd', 'chronyd', 'dbus-broker', 'firewalld', 'NetworkManager', 'sshd', 'systemd-logind']
