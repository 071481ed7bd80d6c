/** What came of an order that the night took, and then could not carry out, begins with this. */
export const notDone = 'not done: '
