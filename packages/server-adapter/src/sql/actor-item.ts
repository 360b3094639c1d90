/** A pair of one person and one item, as numbers. */
export interface ActorItem {
  readonly actor: number;
  readonly item: number;
}
