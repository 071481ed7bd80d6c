import { expect, test } from 'vitest'
import { mailer } from '../../../clients/mail/mail.ts'
import { choosyServer, refusal } from './choosy-server.ts'
import { mail } from './night-mail.ts'

const deadlineMs = 120_000

/** The answers of a mail server to single recipients. */
const answers: Readonly<Record<string, Error>> = {
  'grey@example.org': refusal(451, 'greylisted, try again later'),
  'gone@example.org': refusal(550, 'no such mailbox'),
}

const choosy = () => choosyServer((address) => answers[address])

test('a recipient that is put off and one that is refused are told of, and the others get the mail', async () => {
  await using server = await choosy()
  const recipients = ['qa@example.org', 'grey@example.org', 'gone@example.org']

  const receipt = await mailer({ host: '127.0.0.1', port: server.port, deadlineMs }).send({
    ...mail,
    to: recipients,
    recipients,
  })

  expect(server.taken).toEqual([['qa@example.org']])
  expect(receipt).toMatchObject({
    accepted: ['qa@example.org'],
    refused: [
      { recipient: 'grey@example.org', forGood: false, said: expect.stringMatching(/^451.*greylisted/) },
      { recipient: 'gone@example.org', forGood: true, said: expect.stringMatching(/^550.*no such mailbox/) },
    ],
  })
})

test('a mail whose recipients are all refused is no failure of the mail server: each is told of', async () => {
  await using server = await choosy()
  const recipients = ['grey@example.org', 'gone@example.org']

  const receipt = await mailer({ host: '127.0.0.1', port: server.port, deadlineMs }).send({
    ...mail,
    recipients,
  })

  expect(server.taken).toEqual([])
  expect(receipt.accepted).toEqual([])
  expect(receipt.refused.map(({ recipient, forGood }) => [recipient, forGood])).toEqual([
    ['grey@example.org', false],
    ['gone@example.org', true],
  ])
})

test('a mail names everybody, and goes only to those who do not have it yet', async () => {
  await using server = await choosy()

  await mailer({ host: '127.0.0.1', port: server.port, deadlineMs }).send({
    ...mail,
    recipients: ['qa@example.org'],
  })

  expect(server.named).toEqual([mail.to.join(', ')])
  expect(server.taken).toEqual([['qa@example.org']])
})

test.each(['Team@Lists.Example.ORG', 'Team <Team@Lists.Example.ORG>', 'QA <qa@bücher.example>'])(
  'a recipient is told of as it was given, however it is spelled: %s',
  async (recipient) => {
    await using server = await choosy()
    const sender = mailer({ host: '127.0.0.1', port: server.port, deadlineMs })

    const { accepted } = await sender.send({ ...mail, to: [recipient], recipients: [recipient] })

    expect(accepted).toEqual([recipient])
    expect(server.taken).toHaveLength(1)
  },
)

test('a recipient that is put off is told of as it was given', async () => {
  await using server = await choosy()
  const recipients = ['Grey <grey@EXAMPLE.org>']

  const { refused } = await mailer({ host: '127.0.0.1', port: server.port, deadlineMs }).send({
    ...mail,
    recipients,
  })

  expect(refused.map(({ recipient }) => recipient)).toEqual(recipients)
})
