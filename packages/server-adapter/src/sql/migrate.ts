import { CollateralError } from '@collateral/sdk/contract';
import { schemaSteps, type SchemaStep } from './schema.js';
import type { SqliteConnection } from './sqlite-connection.js';

/**
 * Brings a file to the current tables, step by step and never back.
 *
 * Safe when several processes open one file at the same time: the steps run under the write lock.
 *
 * @throws CollateralError `invalid-option` when a newer release wrote the file.
 */
export function migrate(connection: SqliteConnection, steps: readonly SchemaStep[] = schemaSteps): void {
  // Most files are up to date, and opening one of those must not wait for whoever is writing.
  if (connection.read(() => hasVersions(connection) && versionOf(connection) === steps.length)) return;
  connection.write(() => {
    connection.run(
      'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, migrated_at TEXT NOT NULL) STRICT',
    );
    const current = versionOf(connection);
    if (current > steps.length) {
      throw new CollateralError(
        'invalid-option',
        `The SQLite file has schema version ${current}, this release knows up to ${steps.length}. Update @collateral/server-adapter, or restore a backup.`,
      );
    }
    steps.slice(current).forEach((step, index) => {
      if (typeof step === 'string') connection.run(step);
      else step(connection);
      connection
        .prepare('INSERT INTO schema_version (version, migrated_at) VALUES (?, ?)')
        .run(current + index + 1, new Date().toISOString());
    });
  });
}

function hasVersions(connection: SqliteConnection): boolean {
  return connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'").get() !== undefined;
}

function versionOf(connection: SqliteConnection): number {
  const row = connection.prepare('SELECT coalesce(max(version), 0) AS version FROM schema_version').get();
  return Number(row?.['version']);
}
