import { callerOf, type ContractServer } from './caller.ts'
import { authContract } from './auth.ts'
import { clientContract } from './client.ts'
import { commentsContract } from './comments.ts'
import { displacingContract } from './displacing.ts'
import { endingContract } from './ending.ts'
import { findingContract } from './finding.ts'
import { jobsContract } from './jobs.ts'
import { listingContract } from './listing.ts'
import { postingContract } from './posting.ts'
import { productsContract } from './products.ts'
import { refusingContract } from './refusing.ts'
import { restartOptionsContract } from './restart-options.ts'
import { restartingContract } from './restarting.ts'
import { retryingContract } from './retrying.ts'

/**
 * Every behaviour of openQA that Nightjar or its lab relies on. It is held against the lab and against a real
 * server, both with the templates of `openqa-templates.json` and a key of user `admin`; where they differ,
 * the lab is wrong. No worker may take jobs of the class `nobody`.
 */
export function openQaContract(server: () => ContractServer): void {
  const caller = () => callerOf(server())

  authContract(server, caller)
  postingContract(caller)
  refusingContract(caller)
  productsContract(caller)
  displacingContract(caller)
  jobsContract(caller)
  listingContract(caller)
  findingContract(caller)
  endingContract(caller)
  restartingContract(caller)
  restartOptionsContract(caller)
  retryingContract(caller)
  commentsContract(caller)
  clientContract(server, caller)
}
