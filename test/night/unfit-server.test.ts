import { randomUUID } from 'node:crypto'
import { Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { expect, inject, test } from 'vitest'
import { checkServer } from '../../workers/temporal/check-server.ts'
import { nightjar } from './nightjar.ts'

async function withConnection(act: (connection: Connection) => Promise<void>): Promise<void> {
  const connection = await Connection.connect({ address: inject('temporalAddress') })
  try {
    await act(connection)
  } finally {
    await connection.close()
  }
}

function placeOf(namespace: string) {
  return { options: { address: inject('temporalAddress') }, namespace, ui: null }
}

test('a server that is set up for the nights is taken', () =>
  withConnection(async (connection) => {
    await expect(checkServer(connection, placeOf('default'))).resolves.toBeUndefined()
  }))

test('a namespace that the server does not have is named, with the variable that names it', () =>
  withConnection(async (connection) => {
    await expect(checkServer(connection, placeOf('fedora-qa'))).rejects.toThrow(
      /^expected a Temporal server at [\d.:]+, but it cannot be used \(.*Namespace fedora-qa is not found\.?\); set TEMPORAL_NAMESPACE to a namespace that it has$/,
    )
  }))

test('a namespace without the search attributes is refused with the command that makes them', () =>
  withConnection(async (connection) => {
    const namespace = `bare-${randomUUID()}`
    const workflowExecutionRetentionPeriod = msToTs('1 day')
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod })

    await expect
      .poll(() => checkServer(connection, placeOf(namespace)).catch(String), { timeout: 10_000 })
      .toContain(
        'lacks the search attributes Stream, DueDate, ComposeId, Stage, Verdict); create them: ' +
          `temporal operator search-attribute create --namespace ${namespace} --name Stream --type Keyword --name DueDate`,
      )
  }))

test('no Schedule is applied to a server that lacks what a night needs', async () => {
  const namespace = `bare-${randomUUID()}`
  await withConnection(async ({ workflowService }) => {
    const workflowExecutionRetentionPeriod = msToTs('1 day')
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod })
  })
  const asked = { file: 'nightjar.example.toml', place: placeOf(namespace) }

  await expect
    .poll(() => nightjar(asked, 'schedule', 'apply'), { timeout: 60_000 })
    .toMatchObject({ code: 3, err: expect.stringContaining('lacks the search attributes Stream') })
})
