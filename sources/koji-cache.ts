import { listTasks } from '../clients/koji/koji-tasks.ts'
import type { Koji } from '../clients/koji/koji.ts'
import { covers, isFinal, listTasksOptions, select, type TaskQuery } from '../compose/koji/koji-query.ts'
import { parseTasks, type KojiTask } from '../compose/koji/koji-task.ts'

/** Koji's tasks by query, sorted by id. */
export interface TaskSource {
  /** Asked `anew`, no answer from before is used: a message says that something has changed. */
  tasks(query: TaskQuery, how?: 'anew'): Promise<readonly KojiTask[]>
}

export interface CacheOptions {
  /** How old an answer may be, in milliseconds. An answer that can no longer change may be older. */
  readonly lifetimeMs?: number
  readonly maxAnswers?: number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

interface Answer {
  readonly query: TaskQuery
  readonly askedAt: number
  readonly tasks: Promise<readonly KojiTask[]>
  final: boolean
}

/** The tasks of a hub, without a cache. */
export function tasksFrom(koji: Koji): TaskSource {
  return {
    async tasks(query) {
      const tasks = await listTasks(koji, listTasksOptions(query), parseTasks)
      return tasks.toSorted((a, b) => a.id - b.id)
    },
  }
}

/** A source of which each question is asked anew. */
export function askedAnew(source: TaskSource): TaskSource {
  return { tasks: (query) => source.tasks(query, 'anew') }
}

/**
 * Caches a source's answers for the activities of one process. A query is answered from any answer that
 * covers it and is at most `lifetimeMs` old, also from a request that is still running. If that request
 * fails, everyone who waits for it gets the failure, and it is not cached.
 */
export function cached(source: TaskSource, options: CacheOptions = {}): TaskSource {
  const { lifetimeMs = 30_000, maxAnswers = 100, now = Date.now } = options
  let answers: readonly Answer[] = []

  function ask(query: TaskQuery, askedAt: number): Answer {
    const answer: Answer = { query, askedAt, tasks: source.tasks(query), final: false }
    answers = [answer, ...answers].slice(0, maxAnswers)
    void settle(answer)
    return answer
  }

  async function settle(answer: Answer): Promise<void> {
    try {
      answer.final = isFinal(answer.query, await answer.tasks, answer.askedAt / 1000)
    } catch {
      answers = answers.filter((each) => each !== answer)
    }
  }

  return {
    async tasks(query, how) {
      const moment = now()
      answers = answers.filter(({ final, askedAt }) => final || moment - askedAt < lifetimeMs)
      const known = how === 'anew' ? undefined : answers.find((each) => covers(each.query, query))
      const answer = known ?? ask(query, moment)
      return select(await answer.tasks, query)
    },
  }
}
