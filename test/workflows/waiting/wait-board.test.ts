import { expect, test } from 'vitest'
import { waitBoard } from '../../../workflows/waiting/wait-board.ts'

const away = 'openQA: GET /jobs answered 503: Service Unavailable'
const at = (time: string) => `2026-11-24T${time}:00.000Z`

function board() {
  let shown = ''
  return { ...waitBoard((said) => (shown = said)), shown: () => shown }
}

test('equal answers are one line, with the first time', () => {
  const { heard, shown } = board()
  for (const [nth, flavor] of ['a', 'b', 'c', 'd', 'e', 'f'].entries())
    heard(`${flavor} x86_64`, { said: away, unansweredSince: at(`05:4${7 + (nth % 3)}`) })

  expect(shown()).toBe(`${away}, since 05:47; 6 posts wait`)
})

test('the address that each asks does not make two lines of one outage', () => {
  const { heard, shown } = board()
  for (const flavor of ['KDE', 'Server']) {
    const said = `openQA: https://openqa.example/api/v1/jobs?flavor=${flavor} answered 503 (an HTML page: busy)`
    heard(flavor, { said, unansweredSince: at('05:47') })
  }

  expect(shown()).toBe('openQA answered 503 (an HTML page: busy), since 05:47; 2 posts wait')
})

test('the time stays that of the first look that heard the same', () => {
  const { heard, shown } = board()
  heard('KDE x86_64', { said: away, unansweredSince: at('05:47') })
  heard('KDE x86_64', { said: away, unansweredSince: at('06:30') })

  expect(shown()).toBe(`${away}, since 05:47; KDE x86_64 waits`)
})

test('different answers are told one after the other, and a wait that is over is gone', () => {
  const { heard, over, shown } = board()
  heard('KDE x86_64', { said: away, unansweredSince: at('05:47') })
  heard('Server x86_64', { said: 'openQA has no jobs of it', unansweredSince: null })

  expect(shown()).toBe(
    `${away}, since 05:47; KDE x86_64 waits. openQA has no jobs of it; Server x86_64 waits`,
  )
  over('KDE x86_64')
  expect(shown()).toBe('openQA has no jobs of it; Server x86_64 waits')
})
