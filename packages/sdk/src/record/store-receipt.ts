/** Where an event is kept until the server has it: on disk, in this page's memory, or nowhere: there is no browser, or the queue is full. */
export interface StoreReceipt {
  /** UUIDv7 of the event; signals and the server name it by this. */
  readonly id: string;
  /** Only `stored` survives the page. */
  readonly state: 'stored' | 'memory' | 'none';
}
