import { manyNightsTest } from '../night/many-nights.ts'
import { sharesOf } from './share.ts'

// Where only a share of the cells is played, a third of the nights is enough.
manyNightsTest(
  sharesOf() === 1 ? { nights: 150, seed: 7, products: 774 } : { nights: 50, seed: 7, products: 258 },
)
