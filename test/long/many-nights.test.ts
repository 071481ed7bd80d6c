import { manyNightsTest } from '../night/many-nights.ts'

manyNightsTest({ nights: 150, seed: 7, products: 774 })
