// The browser tests' configuration for planted faults: Chromium only, a test file ends at its first failure.
import { writeFile } from 'node:fs/promises';
import base from '../../web-test-runner.config.mjs';

/** @type {Record<string, string[]>} */
const covered = {};

export default {
  ...base,
  files: [],
  concurrency: 2,
  testFramework: { config: { timeout: 4_000, bail: true } },
  testsFinishTimeout: 60_000,
  browserLogs: false,
  middleware: [...base.middleware, takeCoverage],
  reporters: [
    {
      async onTestRunFinished({ sessions }) {
        const failed = sessions.filter(({ passed }) => !passed).map(({ testFile }) => testFile);
        await writeFile(process.env['RESULT'] ?? '', JSON.stringify({ failed, covered }));
      },
    },
  ],
};

async function takeCoverage(context, next) {
  if (context.path !== '/__covered') return next();
  const chunks = [];
  for await (const chunk of context.req) chunks.push(chunk);
  covered[context.query.test] = JSON.parse(Buffer.concat(chunks).toString());
  context.body = '{}';
}
