import { isCollateralError } from '@collateral/sdk/contract';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aggregateCases, resultLine, runCases, searchCases, storeCases, summaryText } from '../conformance/index.js';
import { loadStoreModule } from './store-module.js';

const usage = `Usage: collateral-conform <module> [--only <start of ids>] [--json <file>]

Runs the conformance kit against a store. The module exports createStore({ place }), which opens a store at a
path nobody used before, and perhaps abilities: ['reopen', 'crash', 'share'].
`;

/**
 * Runs the command `collateral-conform`.
 *
 * @returns the exit code: 0 when every case passed, 1 when one failed, 2 when nothing could be run.
 */
export async function runConformCommand(
  commandLine: readonly string[],
  write: (text: string) => void,
): Promise<0 | 1 | 2> {
  const asked = readCommandLine(commandLine);
  if (asked === null) {
    write(usage);
    return 2;
  }
  const cases = [...storeCases, ...aggregateCases, ...searchCases].filter(({ id }) => id.startsWith(asked.only));
  if (cases.length === 0) {
    write(
      `No case has an id that begins with "${asked.only}". Ids look like append.new; without --only all are listed.\n`,
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'collateral-conform-'));
  try {
    const subject = await loadStoreModule(asked.module, folder);
    const report = await runCases(cases, subject, { onResult: (result) => write(`${resultLine(result)}\n`) });
    write(`\n${summaryText(report)}\n`);
    if (asked.json !== undefined) await writeFile(asked.json, `${JSON.stringify(report, null, 2)}\n`);
    return report.failed === 0 ? 0 : 1;
  } catch (error) {
    if (!isCollateralError(error)) throw error;
    write(`${error.message}\n`);
    return 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Asked {
  readonly module: string;
  readonly only: string;
  readonly json: string | undefined;
}

function readCommandLine(commandLine: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: { json: { type: 'string' }, only: { type: 'string', default: '' } },
    });
    const [module] = positionals;
    return module === undefined || positionals.length > 1 ? null : { module, only: values.only, json: values.json };
  } catch {
    // An option nobody knows; the usage text says which there are.
    return null;
  }
}
