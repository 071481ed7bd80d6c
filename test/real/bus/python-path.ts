/** Where Python finds Fedora's own library and the schema of our messages; run-bus.ts makes both. */
export const pythonPath = process.env['NIGHTJAR_FEDORA_MESSAGING'] ?? ''

/** Whether this machine has Fedora's own library for its messages. */
export const havePython = pythonPath !== ''
