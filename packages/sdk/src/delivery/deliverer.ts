import type { Receipt } from '../contract/batch.js';
import type { Appended, Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import { ask, type Failure } from '../transport/outcome.js';
import { requestLimitMs } from '../transport/request-limit.js';
import type { Transport } from '../transport/transport.js';
import { createBatchSize } from './batch-size.js';
import { eventsPath, fillBatch, headOf, type FilledBatch } from './batch.js';
import { createClosingSend } from './closing-send.js';
import type { DeliveryOptions } from './delivery-options.js';
import type { Identity } from './identity.js';
import type { Ledger } from './ledger.js';
import { createTurn } from './turn.js';
import { createSchedule } from './when-to-deliver.js';

/** Brings the rows of the outbox to the server. */
export interface Deliverer {
  /** Takes note of a row in the task it was recorded in. */
  remember(row: OutboxRow): void;
  /** Takes note that rows are safe, and what had to go for them. */
  stored(rows: readonly OutboxRow[], appended: Appended): void;
  /** Tries now, whatever the back-off clock says, unless the server asked to wait. */
  deliver(): Promise<void>;
  /** Drops what is at hand and on its way: it is somebody else's, or nobody's business any more. */
  abandon(): void;
  /** Tries again if it stopped because nobody was signed in. */
  resume(): void;
  /** Sends what fits while the page hides, or is left. */
  sendClosing(isLeft: boolean): void;
  close(): Promise<void>;
}

// After so many rows the page has its turn: a long queue must not make it stutter.
const pageOfRows = 100;
// Nothing but another sign-in, or a change of the host's settings, helps against these.
const pausing: ReadonlySet<string> = new Set(['not-signed-in', 'actor-changed', 'origin-refused', 'forbidden']);

/**
 * Creates a deliverer and looks what earlier pages left.
 *
 * Must:
 * 1. let a row go only when the server answered for it;
 * 2. send only rows of the person signed in now;
 * 3. send the same id and the same JSON at every try;
 * 4. hold the turn while it sends;
 * 5. never give up: only the server or the person can end a row;
 * 6. ask `maySend` last: the person may have said no while a batch was being made.
 */
export function createDeliverer(
  { endpoint, flushIntervalMs, maxBatch }: DeliveryOptions,
  platform: Platform,
  outbox: Outbox,
  transport: Transport,
  identity: Identity,
  ledger: Ledger,
  newId: () => string,
  maySend: () => boolean = () => true,
): Deliverer {
  const turn = createTurn(outbox, platform, endpoint, newId());
  const size = createBatchSize(maxBatch);
  const closing = createClosingSend(transport, settle);
  // What fails here is the memory itself: there is nobody to tell and nothing to save.
  const schedule = createSchedule(platform, (isUrgent) => pass(isUrgent).catch(() => undefined));
  let isClosed = false;
  let isPaused = false;
  let isUnwell = false;
  let isHiding = false;
  let lastFailure: Failure | undefined;
  let onTheWay: readonly OutboxRow[] = [];

  async function pass(isUrgent: boolean): Promise<void> {
    if (isClosed || (isPaused && !isUrgent)) return;
    const [atHand, wasHiding] = [closing.rows(), isHiding];
    isPaused = isHiding = false;
    // While this page hides another comes to the front, and has to hear at once what is on its way.
    if (!wasHiding) {
      await closing.ended();
      await ledger.recount();
      // Another page delivered them.
      if (ledger.status().pending === 0) closing.forget(atHand);
    }
    const { pending, parked } = ledger.status();
    if (wasHiding || pending + parked > 0) {
      const nextMs = await turn.take(isUrgent);
      if (nextMs === 0) await drain();
      else schedule.at(nextMs);
    }
    await ledger.endPass();
  }

  async function drain(): Promise<void> {
    let failure: Failure | undefined;
    let refusedTag: string | undefined;
    let isAnswered = false;
    do {
      const ended = closing.ended();
      await ended;
      failure = (await identity.config()).failure;
      if (failure) break;
      const tag = identity.owner();
      const rows = await outbox.head(tag, size.rows(), platform.now());
      if (rows.length === 0) {
        const [next] = await outbox.head(tag, 1, Infinity);
        ledger.caughtUp(next ? next.dueMs : null);
        if (next) schedule.at(next.dueMs);
        break;
      }
      const batch = fillBatch(headOf(tag, newId(), platform), rows, size.bytes());
      // Another page took over while this one slept, or the person said no.
      if (!(await turn.keep(requestLimitMs(batch.body.length), isAnswered)) || !maySend()) break;
      // The page hid meanwhile, and these may be among the rows that left then.
      if (closing.ended() !== ended) continue;
      onTheWay = batch.rows;
      const answer = await ask(transport, eventsPath, batch.body, (reply) => batch.readReceipt(reply));
      onTheWay = [];
      isAnswered ||= !answer.failure;
      failure = answer.failure ? await recover(batch, answer.failure) : await settle(batch.rows, answer.value);
      if (failure?.code === 'actor-changed' && tag !== refusedTag) {
        // The rows wait for their owner; what comes now is of somebody else, who may be asked for once.
        ledger.stalled(failure, null);
        refusedTag = tag;
        identity.become();
        closing.clear();
        failure = undefined;
      }
      // Not behind a failure: a page that is left loses its request first, and what left with it must not leave again.
      if (!failure && batch.rows.length >= pageOfRows) await new Promise<void>((go) => platform.startTimer(0, go));
    } while (!failure && !isClosed);
    // What close() cuts off says nothing about the server.
    isUnwell = failure !== undefined;
    if (failure && !isClosed) await stall(failure);
    else await turn.end(isAnswered);
  }

  /** Lets the rows of a receipt go. Returns why some have to be sent again. */
  function settle(rows: readonly OutboxRow[], receipt: Receipt): Promise<Failure | undefined> {
    closing.forget(rows);
    size.taken(rows.length);
    isUnwell = false;
    return ledger.settle(rows, receipt);
  }

  /** Does what helps against a failure. Returns it when only waiting helps. */
  async function recover(batch: FilledBatch, failure: Failure): Promise<Failure | undefined> {
    const { code, message } = failure;
    const isTooBig = code === 'body-too-large';
    if (!isTooBig && code !== 'invalid-batch') return failure;
    const [row] = batch.rows;
    if (row && size.refused(batch, isTooBig)) {
      closing.forget([row]);
      return ledger.reject(row, isTooBig ? 'event-too-large' : code, message);
    }
    return undefined;
  }

  async function stall(failure: Failure): Promise<void> {
    isPaused = pausing.has(failure.code);
    lastFailure = failure;
    const nextMs = isPaused ? null : await turn.fail(failure.notBeforeMs);
    if (nextMs === null) await turn.end(false);
    else schedule.at(nextMs);
    ledger.stalled(failure, nextMs);
  }

  // Until the tag is known, only this page can give its rows to their person, so that does not wait for a pass.
  async function learnOwner(): Promise<void> {
    if (!platform.hasPage || isClosed || isPaused || isUnwell || identity.isKnown() || turn.isToldToWait()) return;
    const { failure } = await identity.config();
    // A pass knows what to do about it.
    if (failure) await schedule.now(false);
  }

  // Not only when a row waits: a page that goes offline and ends before it knows its person can't give its rows to anybody.
  void schedule.now(false).then(learnOwner);
  return {
    remember: (row) => closing.remember(row),
    stored(rows, appended) {
      closing.forget(appended.dropped);
      ledger.grew(rows, appended);
      const isWritten = rows.some(({ written }) => written);
      // Whoever wrote this has to hear as well that it waits for a sign-in.
      if (isPaused && isWritten && lastFailure) ledger.stalled(lastFailure, null);
      if (isWritten || ledger.status().pending >= maxBatch) void schedule.now(false);
      else {
        schedule.at(platform.now() + flushIntervalMs);
        void learnOwner();
      }
    },
    deliver: () => schedule.now(true),
    abandon() {
      closing.clear();
      transport.close();
    },
    resume: () => void (isPaused && schedule.now(true)),
    sendClosing(isLeft) {
      // While the server is unwell or nobody is signed in, the disk is the safer place; another page that sends sends these too.
      if (isPaused || isUnwell || !identity.isKnown() || turn.isElsewhere()) return;
      const head = { ...headOf(identity.owner(), newId(), platform), token: transport.lastToken() };
      // A page that is left can't hold the turn, and one that is kept for the back button must not.
      if (!closing.send(head, onTheWay) || isLeft) return;
      isHiding = true;
      void schedule.now(false);
    },
    close() {
      isClosed = true;
      transport.close();
      return schedule.stop();
    },
  };
}
