import { configureGlobal } from 'fast-check'

/** The properties draw the same values in every run, so that a mutant is not killed by luck. */
configureGlobal({ seed: 20_261_124 })
