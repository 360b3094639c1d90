import type { SpokenStrings } from '../shared/strings-for.js';
import type { RatingStrings } from '../shared/strings.js';
import type { Write } from './describe-score.js';
import { highestPoint } from './rating-value.js';
import { longer } from './longer.js';
import type { RequestView } from './prompt-slot.js';
import type { RatingRecord } from './rating-record.js';
import { describeProgress } from './save-progress.js';

/** What the words below a rating depend on. */
export interface Standing {
  readonly record: RatingRecord;
  /** No provider was found in time. */
  readonly isUnconnected: boolean;
  readonly isReadOnly: boolean;
  /** A walk with the arrow keys is under way: what was said of the last choice no longer fits. */
  readonly isChoosing: boolean;
  /** One line in a list: what the stars show is not said again. */
  readonly isCompact: boolean;
  /** Asking to rate; undefined where no requests are wanted. */
  readonly request: RequestView | undefined;
  readonly strings: SpokenStrings;
  readonly write: Write;
}

/** Says what became of the last action, or why nothing can; empty when there is no news. */
export function describeStatus(standing: Standing): string {
  const { record, isUnconnected, isChoosing, request, strings, write } = standing;
  if (isChoosing) return '';
  const { saver, loader } = record;
  const { progress, value } = saver;
  const news = describeProgress(progress, strings);
  if (progress.state === 'failed') return news;
  if (news) return strings.ratedNews(value === null ? strings.withdrawn : sayRated(value, strings, write), news);
  if (isUnconnected) return strings.noClient;
  if (loader.state !== 'failed') return request?.dismiss ? request.question : '';
  return loader.needsSignIn ? strings.signIn : strings.loadFailed;
}

/** Says how things are while there is no news: whose item it is, or what the person rated before. */
export function describeRest({ record, isChoosing, isCompact, strings, write }: Standing): string {
  if (isChoosing) return '';
  const { summary, mine, isMineKnown } = record.loader;
  if (summary?.own) return strings.own;
  const objection = describeDispute(record, strings);
  if (mine && isCompact) return objection;
  if (mine)
    return objection ? strings.ratedNews(sayRated(mine, strings, write), objection) : sayRated(mine, strings, write);
  const previous = summary?.previous;
  return previous && isMineKnown && mine === undefined
    ? strings.ratedBefore(previous.version, write(previous.value), summary.version)
    : '';
}

/** Says that the person's rating does not count; a newer one on the device is not what somebody objected to. */
function describeDispute({ loader }: RatingRecord, strings: RatingStrings): string {
  const dispute = loader.pending ? undefined : loader.summary?.mine?.dispute;
  if (dispute === 'open') return strings.disputed;
  return dispute === 'upheld' ? strings.disputeUpheld : '';
}

/** Returns the longest news of a rating that goes well, a request among them: its place is kept free. */
export function longestStatus({ strings, request, write }: Standing): string {
  const sentences = strings.points.map((_, index) => sayRated(index + 1, strings, write));
  const news = strings.ratedNews(sentences.reduce(longer), strings.stored);
  return request ? longer(news, request.question) : news;
}

function sayRated(value: number, strings: RatingStrings, write: Write): string {
  const point = strings.points[value - 1];
  return point ? strings.rated(write(value), point) : strings.outOf(write(value), write(highestPoint));
}
