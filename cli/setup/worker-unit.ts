/** A systemd unit that runs a worker. */
export interface WorkerUnit {
  /** The program, with its whole path. */
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
  /** The user of the system that it runs as; null for a unit of a user's own. */
  readonly user: string | null
  /** The file with the database's URL; null if there is none. */
  readonly databaseUrlFile: string | null
}

/** The text of a unit; `deploy/systemd`, where it is, has hardened ones for a whole machine. */
export function workerUnit({ program, environment, user, databaseUrlFile }: WorkerUnit): string {
  const credential =
    databaseUrlFile === null
      ? []
      : [
          `LoadCredential=database-url:${escaped(databaseUrlFile)}`,
          'Environment=NIGHTJAR_DATABASE_URL_FILE=%d/database-url',
        ]
  const variables = Object.entries(environment).map(
    ([name, value]) => `Environment=${name}=${escaped(value)}`,
  )
  return [
    '[Unit]',
    "Description=Nightjar, a worker for Fedora's nightly tests",
    ...(user === null ? [] : ['Wants=network-online.target', 'After=network-online.target']),
    '',
    '[Service]',
    ...(user === null ? [] : [`User=${user}`, 'StateDirectory=nightjar', 'NoNewPrivileges=yes']),
    ...variables,
    ...credential,
    `ExecStart=${escaped(program)} worker`,
    'Restart=always',
    'RestartSec=10',
    'TimeoutStopSec=30',
    '',
    '[Install]',
    `WantedBy=${user === null ? 'default.target' : 'multi-user.target'}`,
    '',
  ].join('\n')
}

/** systemd replaces % and splits at spaces. */
function escaped(text: string): string {
  return text.replaceAll('%', '%%').replaceAll(/[\s"'\\]/g, (each) => `\\x${each.charCodeAt(0).toString(16)}`)
}
