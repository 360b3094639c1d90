import type { Notice } from '@collateral/sdk/contract';
import type { NoticeStrings } from './english-notices.js';

/** What a sentence about a notice needs. */
export interface NoticeWords {
  readonly strings: NoticeStrings;
  readonly reasonLabel: (id: string) => string;
  /** Keeps what somebody wrote from turning the sentence around it. */
  readonly own: (text: string) => string;
}

/** Says what was done about what a person asked for. */
export function describeNotice(
  { collateralId, title, version, body, reason, because }: Notice,
  { strings, reasonLabel, own }: NoticeWords,
): string {
  const what = own(shorten(body ?? (reason === null ? '' : reasonLabel(reason))));
  const did = strings.did[because];
  return version === null
    ? strings.noticeRequest(own(title ?? collateralId ?? ''), what, did)
    : strings.notice(own(version), what, did);
}

/** A sentence holds a few words of somebody; the whole is with the suggestion. */
function shorten(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
