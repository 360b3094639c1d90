import type { Suggestion } from '@collateral/sdk/contract';

/** Whether work on one is over, so that nobody can vote any more. Not taken from the contract, which would bring its schemas with it. */
export function isOver({ status }: Pick<Suggestion, 'status'>): boolean {
  return status === 'shipped' || status === 'declined' || status === 'duplicate';
}
