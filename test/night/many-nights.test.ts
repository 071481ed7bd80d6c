import { manyNightsTest } from './many-nights.ts'

manyNightsTest({ nights: 6, seed: 11, products: 30 })
