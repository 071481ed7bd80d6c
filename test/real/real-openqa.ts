/** The real openQA that a stage of CI has started, and its key. */
export const realOpenQa = {
  url: process.env['NIGHTJAR_OPENQA_URL'] ?? '',
  key: process.env['NIGHTJAR_OPENQA_KEY'] ?? '',
  secret: process.env['NIGHTJAR_OPENQA_SECRET'] ?? '',
  user: 'admin',
}
