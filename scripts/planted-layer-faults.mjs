import { add, append, sdkFile, serverFile } from './planted-fault.mjs';

/**
 * What `npm run check:layers` must refuse.
 * @type {readonly import('./planted-fault.mjs').PlantedFault[]}
 */
export const layerFaults = [
  [
    'check:layers',
    'ky outside transport',
    sdkFile,
    add("export { default as planted } from 'ky';\n"),
    /ky-only-in-transport/,
  ],
  ['check:layers', 'idb outside outbox', sdkFile, add("export { openDB } from 'idb';\n"), /idb-only-in-outbox/],
  ['check:layers', 'valibot in the client', sdkFile, add("export { object } from 'valibot';\n"), /sdk-no-valibot/],
  [
    'check:layers',
    'the SDK in the server',
    serverFile,
    add("export { createClient } from '@collateral/sdk';\n"),
    /server-sees-contract-only/,
  ],
  [
    'check:layers',
    'Node in the server core',
    serverFile,
    add("export { readFileSync } from 'node:fs';\n"),
    /server-core-runs-anywhere/,
  ],
  [
    'check:layers',
    'a route in a store',
    'packages/server-adapter/src/store/planted.ts',
    add("export { routes } from '../routes/routes.js';\n"),
    /stores-never-import-routes/,
  ],
  [
    'check:layers',
    'one element in another',
    'packages/elements/src/provider/planted.ts',
    add("export { CollateralRating } from '../rating/collateral-rating.js';\n"),
    /element-folders-apart/,
  ],
  ['check:layers', 'an orphan', sdkFile, add('/** Planted. */\nexport const planted = 1;\n'), /no-orphans/],
  [
    'check:layers',
    'a cycle',
    'packages/sdk/src/contract/limits.ts',
    append("export { isHostId } from './ids.js';"),
    /no-cycles/,
  ],
];
