// What keys, pointer and wrong values do to it.

const before = '<button id="before" type="button">Before</button>';

/** @type {readonly import('./rows.mjs').Row[]} */
export const inputRows = [
  {
    name: 'arrow keys move, Space and Enter keep',
    async ask(open) {
      const rating = await open({ before });
      await rating.tabTo();
      const right = await rating.press('ArrowRight');
      const left = await rating.press('ArrowLeft');
      const up = await rating.press('ArrowUp');
      const down = await rating.press('ArrowDown');
      const space = await rating.press('Space');
      const enter = await rating.press('Enter');
      const seen = [right, left, up, down, space, enter].map(Number);
      const isRight =
        seen[0] === 4 && seen[1] === 3 && seen[2] !== 3 && seen[3] === 3 && seen[4] === 3 && seen[5] === 3;
      return { isRight, seen: `→${right} ←${left} ↑${up} ↓${down} Space ${space} Enter ${enter}` };
    },
  },
  {
    name: 'right to left on the page',
    async ask(open) {
      const rating = await open({ before, dir: 'rtl' });
      await rating.tabTo();
      const value = await rating.press('ArrowLeft');
      return { isRight: Number(value) === 4, seen: `← ${value}` };
    },
  },
  {
    name: 'right to left around it',
    async ask(open) {
      const rating = await open({ before, around: '<div dir="rtl">' });
      await rating.tabTo();
      const value = await rating.press('ArrowLeft');
      return { isRight: Number(value) === 4, seen: `← ${value}` };
    },
  },
  {
    name: 'a click on the chosen point keeps it',
    async ask(open) {
      const rating = await open();
      await rating.click(3);
      const value = await rating.value();
      return { isRight: Number(value) === 3, seen: String(value) };
    },
  },
  {
    name: 'a click on a read-only one fires nothing',
    async ask(open) {
      const rating = await open({ attributes: 'value="3" readonly' });
      await rating.click(5);
      const fired = await rating.page.evaluate(() => globalThis.fired);
      const value = await rating.value();
      return { isRight: fired.length === 0 && Number(value) === 3, seen: fired.join(', ') || 'nothing' };
    },
  },
  {
    name: '99, -1 and NaN are not values',
    async ask(open) {
      const rating = await open();
      /** @type {(number | string | null)[]} */
      const kept = [];
      for (const wrong of ['99', '-1', 'NaN']) {
        await rating.page.evaluate((text) => {
          /** @type {any} */ (document.querySelector('#rating')).value = Number(text);
        }, wrong);
        await rating.rest();
        kept.push(await rating.value());
      }
      const isRight = kept.every((value) => value === null || (Number(value) >= 0 && Number(value) <= 5));
      return { isRight, seen: kept.join(', ') };
    },
  },
  {
    name: 'a finger scrolls the page from it',
    async ask(open) {
      const rating = await open();
      await rating.page.evaluate(() => {
        const rest = document.createElement('div');
        rest.style.height = '3000px';
        document.body.append(rest);
      });
      const { x, y } = await rating.middleOf(4);
      const devtools = await rating.page.createCDPSession();
      await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let step = 1; step <= 12; step += 1) {
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - step * 10 }] });
        await rating.rest();
      }
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await rating.rest();
      const scrolled = await rating.page.evaluate(() => Math.round(scrollY));
      const value = await rating.value();
      return { isRight: scrolled > 50 && Number(value) === 3, seen: `${scrolled} px, ${value}` };
    },
  },
];
