import type { Client } from '@collateral/sdk';
import type { Notices } from '@collateral/sdk/contract';

interface Asked {
  readonly person: number;
  readonly reply: Promise<Notices>;
}

const asked = new WeakMap<Client, Asked>();

/** Asks for a person's notices once for all ratings of a page. */
export function askNotices(client: Client, person: number): Promise<Notices> {
  const known = asked.get(client);
  if (known?.person === person) return known.reply;
  const reply = client.notices();
  asked.set(client, { person, reply });
  reply.catch(() => forgetNotices(client));
  return reply;
}

/** What was answered is not in the last reply any more. */
export function forgetNotices(client: Client): void {
  asked.delete(client);
}
