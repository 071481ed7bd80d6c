import type { OpenQa } from '../../../clients/openqa/openqa.ts'

/** The client, and the bytes and names of what it was asked. */
export function counted(client: OpenQa): { client: OpenQa; asked: string[]; bytes: () => number } {
  const asked: string[] = []
  let bytes = 0
  const noted = async (name: string, answer: Promise<unknown>) => {
    asked.push(name)
    const value = await answer
    bytes += Buffer.byteLength(JSON.stringify(value))
    return value
  }
  return {
    asked,
    bytes: () => bytes,
    client: {
      ...client,
      jobsOfBuild: (build) => noted('all', client.jobsOfBuild(build)),
      jobsOfBuildAfter: (build, id) => noted('new', client.jobsOfBuildAfter(build, id)),
      idsOfBuild: (build, states) => noted('ids', client.idsOfBuild(build, states)),
      jobsWith: (ids) => noted(`${ids.length} jobs`, client.jobsWith(ids)),
    },
  }
}
