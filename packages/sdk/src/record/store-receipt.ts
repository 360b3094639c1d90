/** Where an event is kept until the server has it: on disk, in this page's memory, or nowhere because there is no browser. */
export interface StoreReceipt {
  readonly id: string;
  readonly state: 'stored' | 'memory' | 'none';
}
