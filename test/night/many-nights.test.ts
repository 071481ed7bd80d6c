import { manyNightsTest } from './many-nights.ts'

manyNightsTest({ nights: 12, seed: 11, products: 60 })
