import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}：${reason}` : what);

/** The sentences about disputes in Japanese. */
export const strings: DisputeStrings = {
  dispute: 'この評価に異議を申し立てる',
  about: saying,
  reason: '理由',
  effect:
    'マネージャーが決定するまで、この評価は集計されません。評価した人には、名前を出さずに知らせます。理由はこのコンテンツの管理者が読みます。',
  disputeAgain: 'もう一度異議を申し立てる',
  effectAgain: 'まだ述べられていない理由がある場合のみ再開されます。新しい決定が出るまでは、これまでの決定が有効です。',
  send: '異議を申し立てる',
  cancel: 'キャンセル',
  sending: '送信中…',
  missingReason: '理由を1000文字以内で書いてください。',
  missingChoice: '評価をどうするか選んでください。',

  underReview: (day, reason) => saying(`${day}から審査中`, reason),
  upheld: (day, reason) => saying(`${day}から集計対象外`, reason),
  rejected: (day, reason) => saying(`${day}に維持と決定`, reason),
  because: (day, reason) => saying(`${day}に異議申し立て`, reason),
  statuses: {
    open: '審査中：決定されるまで集計されません。',
    upheld: '異議が認められ、集計されません。',
    rejected: '異議は退けられ、評価は集計されます。',
  },

  title: '異議のある評価',
  intro: '異議のある評価は、制作者以外の人が決定するまで集計されません。誰が評価したかは誰にも知らされません。',
  open: (count, written) => (count === 1 ? '審査中1件' : `審査中${written}件`),
  settled: (count, written) => (count === 1 ? '決定済み1件' : `決定済み${written}件`),
  nothing: '異議のある評価はありません。制作者はコンテンツのページで、コメントの横から異議を申し立てられます。',
  noneOpen: '決定待ちのものはありません。',
  rated: (value, label) => `${value}、${label}`,
  version: (version) => `バージョン${version}`,
  commentGone: 'コメントはもうありません。取り消し、変更、または削除されました。',
  settle: '決定する',
  question: 'この評価をどうしますか？',
  choices: { rejected: '維持する', upheld: '除外する' },
  effects: { rejected: '評価は再び集計されます。', upheld: '評価は今後集計されません。' },
  save: '決定を保存',
  settledMeanwhile: (now) => `その間に別の人が決定しました。${now}`,
  yourReason: (text) => `書いていた内容：${text}`,
  settleNote: '理由は制作者とコンテンツの管理者が読みます。評価した人には決定の内容が表示されます。',

  loading: '異議を読み込み中…',
  failed: '異議を読み込めませんでした。',
  stale: '更新できませんでした。以前の内容を表示しています。',
  noClient: '一覧はありません。このページはCollateralに接続されていません。',
  tryAgain: '再試行',
  failures: {
    'not-signed-in': '続けるにはサインインしてください。',
    forbidden: 'この操作はできません。コンテンツを管理し、制作者でも申立人でもない人が決定します。',
    'not-found': '評価またはコメントはもうありません。',
    'network-failed': 'サーバーに接続できませんでした。',
    'rate-limited': 'リクエストが多すぎます。しばらくお待ちください。',
  },
  notSent: '保存されませんでした。書いた内容は残っています。',
};
