import type { Config } from '../contract/config.js';
import { ask, type Answer } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';

/** Reads what the server wants pages to know. */
export interface ConfigReader {
  /** Asks once and keeps the answer; asks again after a failure. */
  read(): Promise<Answer<Config>>;
  /** Drops the answer: the person may have changed. */
  forget(): void;
}

/** Creates a reader. `onConfig` hears of each new answer before anybody who waits for it. */
export function createConfigReader(transport: Transport, onConfig: (config: Config) => void): ConfigReader {
  let asked: Promise<Answer<Config>> | null = null;

  async function askNow(): Promise<Answer<Config>> {
    const answer = await ask(transport, { path: '/v1/config' }, ({ body }) => (isConfig(body) ? body : null));
    if (answer.value) onConfig(answer.value);
    else asked = null;
    return answer;
  }

  return {
    read: () => (asked ??= askNow()),
    forget: () => (asked = null),
  };
}

function isConfig(body: unknown): body is Config {
  const { actorTag, scale, may } = Object(body) as Partial<Record<string, unknown>>;
  return typeof actorTag === 'string' && actorTag !== '' && typeof scale === 'object' && typeof may === 'object';
}
