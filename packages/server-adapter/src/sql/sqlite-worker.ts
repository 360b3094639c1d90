import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { SqliteFile, type SqliteCall, type SqliteFileOptions } from './sqlite-file.js';
import { threadError, type ThreadReply, type ThreadRequest } from './sqlite-thread.js';

/** Calls that share one transaction at most, so that the first of them is not kept waiting for ever. */
const callsPerCommit = 200;

/** Answers the calls of a {@link SqliteThread}: whatever waits is done in one go. */
function serve(port: MessagePort, file: SqliteFile): void {
  port.on('message', (first: ThreadRequest) => {
    const requests = [first];
    while (requests.length < callsPerCommit) {
      const next = receiveMessageOnPort(port) as { readonly message: ThreadRequest } | undefined;
      if (next === undefined) break;
      requests.push(next.message);
    }
    const last = requests.at(-1);
    const calls = requests.filter((request): request is ThreadRequest & SqliteCall => request.method !== 'close');
    file.run(calls).forEach((outcome, index) => {
      const number = calls[index]?.number ?? 0;
      reply('error' in outcome ? { number, error: threadError(outcome.error) } : { number, result: outcome.result });
    });
    if (last?.method === 'close') {
      file.close();
      reply({ number: last.number });
      port.close();
    }
  });

  function reply(message: ThreadReply): void {
    port.postMessage(message);
  }
}

// Only a thread started by SqliteThread has both; imported anywhere else this module does nothing.
if (parentPort !== null) serve(parentPort, new SqliteFile(workerData as SqliteFileOptions));
