// What the hands of somebody do who uses no mouse.

/** @typedef {import('./browser.mjs').Page} Page */

/** Presses a control. @param {Page} page @param {string} control */
export async function press(page, control) {
  await page.read(`${control}.focus()`);
  await page.press('Enter');
}

/** Writes into a field. @param {Page} page @param {string} field @param {string} text */
export async function write(page, field, text) {
  await page.read(`${field}.focus()`);
  for (const letter of text) await page.press(letter);
}

/** Chooses an option with the arrow keys. @param {Page} page @param {string} field a `select` @param {string} value */
export async function choose(page, field, value) {
  await page.read(`${field}.focus()`);
  const place = `[...${field}.options].findIndex((option) => option.value === ${JSON.stringify(value)}) - ${field}.selectedIndex`;
  for (let steps = await page.read(place); steps > 0; steps -= 1) await page.press('ArrowDown');
  // WebKit's arrow keys open a menu that no program can see into; there the last step is done for the person.
  if ((await page.read(`${field}.value`)) !== value)
    await page.read(
      `${field}.value = ${JSON.stringify(value)}, ${field}.dispatchEvent(new Event('change', { bubbles: true }))`,
    );
}

/** Writes a day in the order of the browser's language, which is English. @param {Page} page @param {string} field @param {string} day `YYYY-MM-DD` */
export async function writeDay(page, field, day) {
  const [year = '', month = '', number = ''] = day.split('-');
  await write(page, field, `${month}${number}${year}`);
  // The three engines draw this field each in its own way, and one takes the day as a text.
  if ((await page.read(`${field}.value`)) !== day)
    await page.read(
      `${field}.value = ${JSON.stringify(day)}, ${field}.dispatchEvent(new Event('input', { bubbles: true }))`,
    );
}
