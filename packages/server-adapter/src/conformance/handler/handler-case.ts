import type { ConformanceCase } from '../conformance-case.js';
import type { HandlerSubject } from './handler-subject.js';
import { KitClient } from './kit-client.js';

/** A case for a handler. */
export type HandlerCase = ConformanceCase<HandlerSubject>;

/** Makes a case that gets people, items and a tenant of its own. */
export function handlerCase(id: string, name: string, check: (client: KitClient) => Promise<void>): HandlerCase {
  return {
    id,
    level: 'must',
    name,
    needs: [],
    async run(subject) {
      await check(new KitClient(subject));
      return { state: 'passed' };
    },
  };
}
