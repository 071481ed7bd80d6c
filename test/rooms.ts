/** What the files of a room may import. */
export interface Room {
  /** Rooms whose values and types it may import. */
  readonly rooms: readonly string[]
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[]
  /** The npm packages that are at home in it. */
  readonly packages: readonly string[]
  /** No `node:*`, no clock, no chance, no process. */
  readonly pure?: boolean
}

const pure = { pure: true, packages: ['zod'] } as const
/** The rules of the house: `architecture.test.ts` checks them, `docs/architecture.md` shows them. */
export const rooms: Readonly<Record<string, Room>> = {
  compose: { ...pure, packages: [...pure.packages, '@streamparser/json'], rooms: [] },
  jobs: { ...pure, rooms: ['compose'] },
  report: { ...pure, rooms: ['compose', 'jobs'], packages: ['zod', 'hono'] },
  clients: { rooms: [], packages: ['xmlrpc', 'saxen', 'nodemailer', 'amqplib'] },
  archive: { rooms: ['compose', 'jobs', 'report'], packages: ['pg', 'kysely', 'zod'] },
  sources: { rooms: ['compose', 'jobs', 'clients'], types: ['archive'], packages: [] },
  activities: {
    rooms: ['compose', 'jobs', 'report', 'clients', 'archive', 'sources'],
    packages: ['@temporalio/activity', '@temporalio/common'],
  },
  workflows: {
    pure: true,
    rooms: ['compose'],
    types: ['jobs', 'activities', 'report'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  workers: {
    rooms: ['compose', 'jobs', 'report', 'clients', 'archive', 'sources', 'activities', 'workflows'],
    packages: [
      '@temporalio/worker',
      '@temporalio/client',
      '@temporalio/common',
      '@temporalio/envconfig',
      '@temporalio/proto',
      '@temporalio/testing',
      'pg',
      'smol-toml',
      'zod',
    ],
  },
  web: { rooms: ['compose', 'jobs', 'report', 'archive'], packages: ['hono', '@hono/node-server', 'zod'] },
  lab: { rooms: ['compose'], packages: ['smtp-server', 'mailparser'] },
  cli: {
    rooms: ['compose', 'jobs', 'report', 'sources', 'workers', 'web', 'lab'],
    types: ['archive', 'workflows'],
    packages: ['commander', '@temporalio/client', 'smol-toml', 'zod', 'mailparser'],
  },
}

/** Rooms with npm packages that only a part of the room may import. */
export const subRooms: Readonly<Record<string, string>> = { 'report hono': 'report/html' }
