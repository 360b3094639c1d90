// Bundles each sender as a host would: production, one file.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';

export const peers = [
  'posthog',
  'segment',
  'snowplow',
  'rudderstack',
  'mixpanel',
  'jitsu',
  'plausible',
  'opentelemetry',
];

/** @param {readonly string[]} senders */
export async function bundle(senders) {
  if (senders.some((sender) => sender !== 'ours') && !existsSync(new URL('node_modules', import.meta.url)))
    throw new Error('The SDKs of others are not installed. Run: npm install --prefix bench/chaos');
  /** @type {Map<string, string>} */
  const bundles = new Map();
  for (const sender of senders) {
    const { outputFiles } = await build({
      entryPoints: [new URL(`senders/${sender}.js`, import.meta.url).pathname],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      conditions: ['production', 'browser'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    bundles.set(sender, outputFiles[0]?.text ?? '');
  }
  return bundles;
}
