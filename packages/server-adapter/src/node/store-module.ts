import { CollateralError } from '@collateral/sdk/contract';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Ability, CreateStore, StoreSubject } from '../conformance/index.js';

const factoryAbilities: readonly unknown[] = ['reopen', 'crash', 'share'] satisfies readonly Ability[];

/**
 * Loads a module that exports `createStore({place})` and perhaps `abilities`, as what the conformance kit runs against.
 *
 * @param folder - empty folder; every place is a path in it, so a store on files needs nothing more.
 * @throws CollateralError `invalid-option` when the module is not there or exports something else.
 */
export async function loadStoreModule(path: string, folder: string): Promise<StoreSubject> {
  const module = await importModule(path);
  const { createStore, abilities = [] } = module;
  if (typeof createStore !== 'function')
    refuse(path, 'must export a function createStore({ place }) that opens a store at that place');
  if (!Array.isArray(abilities) || !abilities.every((ability) => factoryAbilities.includes(ability)))
    refuse(path, `may export abilities, a list of ${factoryAbilities.join(', ')}`);
  const create = createStore as CreateStore;
  return {
    createStore: ({ place }) => create({ place: join(folder, place) }),
    abilities: abilities as readonly Ability[],
  };
}

async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CollateralError('invalid-option', `${path} can't be loaded: ${reason}`, { cause });
  }
}

function refuse(path: string, what: string): never {
  throw new CollateralError('invalid-option', `${path} ${what}. See docs/implement-a-store.md.`);
}
