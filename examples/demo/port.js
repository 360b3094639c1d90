/**
 * Reads the PORT variable. A wrong one ends the process with code 2.
 *
 * @returns {number} 4173 when nothing is set; 0 lets the system choose
 */
export function portOrStop() {
  const text = process.env['PORT'] || '4173';
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  console.error(`PORT must be a whole number from 0 to 65535, got ${text}.`);
  process.exit(2);
}
