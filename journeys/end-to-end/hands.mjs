// What the hands of somebody do who uses no mouse: every control is reached with the Tab key, and every field is filled with keys.

/** @typedef {import('./browser.mjs').Page} Page */

/** More stops than any page has. */
const mostStops = 300;

/** Goes to a control with Tab, or with Shift and Tab where it comes before what has the focus. @param {Page} page @param {string} control */
export async function goTo(page, control) {
  for (let stop = 0; stop < mostStops; stop += 1) {
    const where = await page.read(whereIs(control));
    if (where === 'here') return;
    await page.press(where === 'before' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`No Tab leads to it: ${control}\nThe focus is on: ${await page.read(`${focused}?.outerHTML`)}`);
}

/** Presses a control. @param {Page} page @param {string} control */
export async function press(page, control) {
  await goTo(page, control);
  await page.press('Enter');
}

/** Writes into a field. @param {Page} page @param {string} field @param {string} text */
export async function write(page, field, text) {
  await goTo(page, field);
  for (const letter of text) await page.press(letter);
}

/** Chooses an option by typing how it begins. What is chosen already needs no hands. @param {Page} page @param {string} field a `select` @param {string} value */
export async function choose(page, field, value) {
  await goTo(page, field);
  if ((await page.read(`${field}.value`)) === value) return;
  const name = `[...${field}.options].find((option) => option.value === ${JSON.stringify(value)}).text.trim()`;
  for (const letter of /** @type {string} */ (await page.read(name))) await page.press(letter);
}

/**
 * Writes a day in the order of the browser's language, which is English. Where the next part of the field does not follow by itself, Tab
 * leads there.
 *
 * @param {Page} page
 * @param {string} field
 * @param {string} day `YYYY-MM-DD`
 */
export async function writeDay(page, field, day) {
  const [year = '', month = '', number = ''] = day.split('-');
  await write(page, field, `${month}${number}${year}`);
  if ((await page.read(`${field}.value`)) === day) return;
  // Leaving the field ends what was typed into its first part.
  await page.press('Shift+Tab');
  await goTo(page, field);
  for (const key of [...month, 'Tab', ...number, 'Tab', ...year]) await page.press(key);
}

const focused = `(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
})()`;

/** Says whether a control comes before or after what has the focus, as a reader meets them. @param {string} control */
function whereIs(control) {
  return `(() => {
    const pathTo = (element) => {
      const path = [];
      for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) path.unshift(node);
      return path;
    };
    const [active, control] = [${focused}, ${control}];
    if (active === control) return 'here';
    const [from, to] = [pathTo(active), pathTo(control)];
    const fork = from.findIndex((node, depth) => node !== to[depth]);
    if (fork < 0) return 'after';
    return !to[fork] || from[fork].compareDocumentPosition(to[fork]) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
  })()`;
}
