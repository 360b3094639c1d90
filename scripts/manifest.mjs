// npm run manifest: writes what the package tells tools about its elements, from the classes. scripts/manifest.test.mjs finds drift.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeManifestFiles } from './manifest-files.mjs';

for (const [path, text] of await makeManifestFiles()) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
