// What the pictures of pixels.test.mjs are made and compared with, inside the page.

/** All ratings have drawn themselves. */
export function isDrawn() {
  return [...document.querySelectorAll('collateral-rating')].every((each) => symbolsOf(each));
}

/** Where the symbols of each rating are, with room for a ring around them. */
export function boxes() {
  return [...document.querySelectorAll('collateral-rating')].map((each) => {
    const { x, y, width, height } = symbolsOf(each).getBoundingClientRect();
    return { x: Math.floor(x) - 4, y: y - 4, width: Math.ceil(width) + 8, height: height + 8 };
  });
}

/** Cuts boxes out of a picture and puts them one below the other. @param {string} picture a PNG in base64 @param {readonly DOMRect[]} boxes */
export async function cut(picture, boxes) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(
    Math.max(...boxes.map(({ width }) => width)),
    boxes.reduce((sum, { height }) => sum + height, 0),
  );
  let top = 0;
  for (const { x, y, width, height } of boxes) {
    canvas.getContext('2d')?.drawImage(bitmap, x, y, width, height, 0, top, width, height);
    top += height;
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

/** Returns the share of pixels that differ. @param {string} drawn @param {string} stored PNGs in base64 @param {number} tolerance of a channel */
export async function compare(drawn, stored, tolerance) {
  const [one, other] = await Promise.all(
    [drawn, stored].map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  if (!one || !other || one.width !== other.width || one.height !== other.height) return 1;
  let others = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const isOther = [0, 1, 2].some(
      (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > tolerance,
    );
    if (isOther) others += 1;
  }
  return others / (one.data.length / 4);
}

/** @param {Element} rating */
function symbolsOf(rating) {
  return rating.shadowRoot?.querySelector('[part=symbols]');
}
