// COPY … FROM STDIN through `pg`, which has no words for it: a query of its own that sends text as fast as the server takes it.
const chunkLength = 65_536;

/**
 * Sends lines to a table, and gives how many there were.
 *
 * @param {import('pg').PoolClient} client
 * @param {string} target - table and columns.
 * @param {Iterable<string>} lines - rows in the text format of COPY, without their line ends.
 * @returns {Promise<number>}
 */
export function copyIn(client, target, lines) {
  return new Promise((resolve, reject) => {
    let count = 0;
    /** @type {unknown} */
    let failed;
    const query = {
      submit: (/** @type {any} */ connection) => connection.query(`COPY ${target} FROM STDIN`),
      handleCopyInResponse: async (/** @type {any} */ connection) => {
        try {
          let text = '';
          for (const line of lines) {
            count += 1;
            text += `${line}\n`;
            if (text.length < chunkLength) continue;
            const isTaken = connection.stream.writableNeedDrain === false;
            connection.sendCopyFromChunk(Buffer.from(text));
            text = '';
            if (!isTaken) await new Promise((drained) => connection.stream.once('drain', drained));
          }
          connection.sendCopyFromChunk(Buffer.from(text));
          connection.endCopyFrom();
        } catch (error) {
          failed = error;
          connection.sendCopyFail('The rows could not be read.');
        }
      },
      handleCommandComplete: () => undefined,
      handleError: (/** @type {Error} */ error) => reject(failed ?? error),
      handleReadyForQuery: () => resolve(count),
    };
    client.query(/** @type {any} */ (query));
  });
}
