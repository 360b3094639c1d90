import { collateralScale, type ItemReference } from '@collateral/sdk';

/** What a page says of the item to rate. */
interface Asked {
  readonly collateralId: string;
  readonly version: string | undefined;
  readonly scale: string;
}

/** Returns whether a page asks for the one scale there is. */
export function isScaleKnown({ scale }: Pick<Asked, 'scale'>): boolean {
  return scale === collateralScale.id;
}

/** Returns the item a page asks for; undefined when there is none to rate. */
export function askedItem(asked: Asked): ItemReference | undefined {
  const { collateralId, version } = asked;
  if (!collateralId || !isScaleKnown(asked)) return undefined;
  return { collateralId, ...(version !== undefined && { version }) };
}

/** Returns a text that is the same for the same version of the same item; empty for none. */
export function keyOf(item: ItemReference | undefined): string {
  return item ? JSON.stringify([item.collateralId, item.version]) : '';
}

/** Returns whether two are the same version of the same item, or both none. */
export function isSameItem(one: ItemReference | undefined, other: ItemReference | undefined): boolean {
  return keyOf(one) === keyOf(other);
}
