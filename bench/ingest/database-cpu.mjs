// The CPU time of a PostgreSQL server on this machine.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Gives what all processes of the server have used, in microseconds; not a number where there is no /proc.
 *
 * @param {import('pg').Pool} pool
 */
export async function databaseCpu(pool) {
  const { rows: own } = await pool.query('SELECT pg_backend_pid() AS pid');
  const fields = (/** @type {string} */ pid) => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
    } catch {
      // The process has ended, or this is no Linux.
      return [];
    }
  };
  const postmaster = fields(String(own[0].pid))[1];
  if (postmaster === undefined) return NaN;
  const processes = readdirSync('/proc').filter((pid) => pid === postmaster || fields(pid)[1] === postmaster);
  // Field 12 and 13 behind the name, 14 and 15 those of children that ended, in hundredths of a second.
  const ticks = processes.flatMap((pid) => fields(pid).slice(11, pid === postmaster ? 15 : 13));
  return ticks.reduce((sum, tick) => sum + Number(tick) * 10_000, 0);
}
