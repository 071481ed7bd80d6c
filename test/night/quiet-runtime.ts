import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'

/** Lets the SDK of this process log errors only: that a night's call was given up is a part of the play. */
export function quietRuntime(): void {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' })
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } })
}
