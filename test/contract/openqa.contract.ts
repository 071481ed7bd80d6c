import { callerOf, type ContractServer } from './openqa-caller.ts'
import { authContract } from './openqa-contract-auth.ts'
import { clientContract } from './openqa-contract-client.ts'
import { commentsContract } from './openqa-contract-comments.ts'
import { displacingContract } from './openqa-contract-displacing.ts'
import { endingContract } from './openqa-contract-ending.ts'
import { findingContract } from './openqa-contract-finding.ts'
import { jobsContract } from './openqa-contract-jobs.ts'
import { listingContract } from './openqa-contract-listing.ts'
import { postingContract } from './openqa-contract-posting.ts'
import { productsContract } from './openqa-contract-products.ts'
import { refusingContract } from './openqa-contract-refusing.ts'
import { restartOptionsContract } from './openqa-contract-restart-options.ts'
import { restartingContract } from './openqa-contract-restarting.ts'
import { retryingContract } from './openqa-contract-retrying.ts'

/**
 * Every behaviour of openQA that Nightjar or its lab relies on. It is held against the lab and against a real server,
 * both with the templates of `openqa-templates.json` and a key of user `admin`; where they differ, the lab is wrong.
 * No worker may take jobs of the class `nobody`.
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
