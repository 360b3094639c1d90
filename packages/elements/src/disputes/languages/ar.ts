import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}: ${reason}` : what);

/** The sentences about disputes in Arabic. */
export const strings: DisputeStrings = {
  dispute: 'الاعتراض على هذا التقييم',
  about: saying,
  reason: 'لماذا؟',
  effect:
    'لا يُحتسب التقييم حتى يقرر أحد المديرين. يُبلَّغ صاحب التقييم دون ذكر أسماء. يقرأ مديرو المحتوى السبب الذي تكتبه.',
  disputeAgain: 'الاعتراض مرة أخرى',
  effectAgain: 'لا يُعاد فتحه إلا بسبب لم يُذكر من قبل. ويبقى القرار السابق ساريًا حتى يصدر قرار جديد.',
  send: 'اعتراض',
  cancel: 'إلغاء',
  sending: 'جارٍ الإرسال…',
  missingReason: 'اكتب السبب في 1000 حرف على الأكثر.',
  missingChoice: 'اختر ما سيحدث للتقييم.',

  underReview: (day, reason) => saying(`قيد المراجعة منذ ${day}`, reason),
  upheld: (day, reason) => saying(`مستبعد منذ ${day}`, reason),
  rejected: (day, reason) => saying(`باقٍ، تقرر في ${day}`, reason),
  because: (day, reason) => saying(`اعتُرض عليه في ${day}`, reason),
  statuses: {
    open: 'قيد المراجعة: لا يُحتسب حتى صدور القرار.',
    upheld: 'اعتُرض عليه ولا يُحتسب.',
    rejected: 'اعتُرض عليه؛ وهو باقٍ ويُحتسب.',
  },

  title: 'التقييمات المعترض عليها',
  intro: 'لا يُحتسب التقييم المعترض عليه حتى يقرر شخص غير منتجه. ولا يُكشف لأحد من قيّم.',
  open: (count, written) => (count === 1 ? '1 قيد المراجعة' : `${written} قيد المراجعة`),
  settled: (count, written) => (count === 1 ? '1 تم البت فيه' : `${written} تم البت فيها`),
  nothing: 'لا توجد تقييمات معترض عليها. يستطيع المنتج الاعتراض بجانب التعليق في صفحة المحتوى.',
  noneOpen: 'لا شيء ينتظر قرارًا.',
  rated: (value, label) => `${value}، ${label}`,
  version: (version) => `الإصدار ${version}`,
  commentGone: 'لم يعد التعليق موجودًا: سُحب أو تغيّر أو مُحي.',
  settle: 'اتخاذ قرار',
  question: 'ماذا سيحدث للتقييم؟',
  choices: { rejected: 'يبقى', upheld: 'يُستبعد' },
  effects: { rejected: 'يُحتسب التقييم من جديد.', upheld: 'لا يُحتسب التقييم أبدًا.' },
  save: 'حفظ القرار',
  settledMeanwhile: (now) => `قرر شخص آخر في هذه الأثناء. ${now}`,
  yourReason: (text) => `كنت قد كتبت: ${text}`,
  settleNote: 'يقرأ المنتج ومديرو المحتوى السبب. ويرى صاحب التقييم القرار.',

  loading: 'جارٍ تحميل الاعتراضات…',
  failed: 'تعذر تحميل الاعتراضات.',
  stale: 'تعذر التحديث؛ هذا ما كان معروفًا من قبل.',
  noClient: 'لا توجد قائمة: هذه الصفحة غير متصلة بـ Collateral.',
  tryAgain: 'حاول مرة أخرى',
  failures: {
    'not-signed-in': 'سجّل الدخول للمتابعة.',
    forbidden: 'لا يمكنك فعل ذلك. يقرر مدير للمحتوى لم ينتجه ولم يعترض على التقييم.',
    'not-found': 'لم يعد التقييم أو تعليقه موجودًا.',
    'network-failed': 'تعذر الوصول إلى الخادم.',
    'rate-limited': 'طلبات كثيرة جدًا. انتظر لحظة.',
  },
  notSent: 'لم يُحفظ. ما كتبته ما زال هنا.',
};
