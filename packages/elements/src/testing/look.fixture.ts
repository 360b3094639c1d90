// What only the engine knows: the accessibility tree, media features, pixels. It holds no tests of its own.
import { executeServerCommand } from '@web/test-runner-commands';
import { until } from './until.fixture.js';

/** One node of the tree assistive technology sees. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Returns the page's accessibility tree without ignored nodes, or false where the engine does not tell. */
export function readAccessibilityTree(): Promise<AccessibleNode[] | false> {
  return executeServerCommand('accessibility-tree');
}

/** What the page was last told, as media queries. */
let emulated: ReadonlySet<string> = new Set();

const queryOf = ({ name, value }: { readonly name: string; readonly value: string }): string => `(${name}: ${value})`;

/** Sets media features such as `forced-colors`; none takes them back. Returns whether the engine did. @public */
export async function emulate(features: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  if ((await executeServerCommand('emulate', list)) !== true) return false;
  // The command ends before the page has heard of it.
  const [wanted, gone] = [list.map(queryOf), [...emulated].filter((query) => !list.map(queryOf).includes(query))];
  await until(
    () => wanted.every((query) => matchMedia(query).matches) && !gone.some((query) => matchMedia(query).matches),
  );
  emulated = new Set(wanted);
  return true;
}

/** A box of the page, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The pixels of a box of the page, or false where the engine does not tell. Taking it makes the engine draw a frame. */
export async function takePicture({ x, y, width, height }: Box): Promise<ImageData | false> {
  const picture: string | false = await executeServerCommand('picture', { x, y, width, height });
  if (!picture) return false;
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
