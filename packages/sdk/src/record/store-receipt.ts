/** Where an event is kept until the server has it: on disk, in this page's memory, or nowhere: there is no browser, or the queue is full. */
export interface StoreReceipt {
  readonly id: string;
  readonly state: 'stored' | 'memory' | 'none';
}
