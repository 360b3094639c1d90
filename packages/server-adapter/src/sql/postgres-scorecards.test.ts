import { after, before, describe } from 'node:test';
import pg from 'pg';
import { scorecardTests } from '../routes/scorecard-story.fixture.js';
import { startPostgres, type PostgresServer } from './postgres-server.fixture.js';
import { createPostgresStore } from './postgres.js';

describe('scorecards, on the PostgreSQL store', () => {
  let server: PostgresServer;
  let pool: pg.Pool;
  let number = 0;
  before(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.connectionString, max: 4 });
    pool.on('error', () => undefined);
  });
  after(async () => {
    await pool.end();
    await server.stop();
  });

  scorecardTests(() => createPostgresStore({ pool, schema: `scorecards_${(number += 1)}` }));
});
