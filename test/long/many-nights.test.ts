import { manyNightsTest } from '../night/many-nights.ts'

manyNightsTest({ nights: 300, seed: 7, products: 1542 })
