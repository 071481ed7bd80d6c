import type { Command } from 'commander'

/** A command of `nightjar`: its file is read only when it is run, so that a quick question stays quick. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'play a whole night of a small Fedora on this machine',
    load: async () => (await import('./demo.ts')).demoCommand(),
  },
  {
    name: 'start',
    summary: "start a stream's night, or the run of one compose",
    load: async () => (await import('./start.ts')).startCommand(),
  },
  {
    name: 'list',
    summary: 'list the nights: stage, compose, verdict',
    load: async () => (await import('./list.ts')).listCommand(),
  },
  {
    name: 'show',
    summary: 'show one night: its five stages and its report',
    load: async () => (await import('./show.ts')).showCommand(),
  },
  {
    name: 'schedule',
    summary: 'apply or list the Temporal Schedules that open the nights',
    load: async () => (await import('./schedule.ts')).scheduleCommand(),
  },
  {
    name: 'worker',
    summary: 'run a worker: it does the work of the nights',
    load: async () => (await import('./worker.ts')).workerCommand(),
  },
  {
    name: 'dev',
    summary: 'keep a Temporal server and a worker up on this machine',
    load: async () => (await import('./dev.ts')).devCommand(),
  },
]
