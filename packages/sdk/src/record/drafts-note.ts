/** Names the text under which a tab keeps the drafts of one person. It stands alone: they can be forgotten without what keeps them. */
export function draftsNote(endpoint: string, tag: string): string {
  return `collateral drafts ${endpoint} ${tag}`;
}
