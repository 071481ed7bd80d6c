/** Where the parts of a Temporal server listen, and where its PostgreSQL does: ten ports in a row. */
export interface Ports {
  readonly first: number
}

/** The port of PostgreSQL. */
export function postgresPort({ first }: Ports): number {
  return first + 9
}

/** The configuration of a Temporal server with PostgreSQL, as YAML, of which JSON is a part. */
export function serverConfig(ports: Ports): string {
  const { first } = ports
  const service = (nth: number) => ({
    rpc: { grpcPort: first + 2 * nth, membershipPort: first + 2 * nth + 1, bindOnIP: '127.0.0.1' },
  })
  const store = (databaseName: string) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `127.0.0.1:${postgresPort(ports)}`,
      connectProtocol: 'tcp',
      user: 'nightjar',
      password: '',
      maxConns: 20,
      maxIdleConns: 20,
    },
  })
  return JSON.stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: 4,
      datastores: { default: store('temporal'), visibility: store('temporal_visibility') },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: { frontend: service(0), matching: service(1), history: service(2), worker: service(3) },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${first}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: `127.0.0.1:${first}` },
  })
}
