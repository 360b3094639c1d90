import type { ConversationStrings } from '../../shared/conversation-strings.js';

const plurals = new Intl.PluralRules('ar');
type Forms = readonly [one: string, two: string, few: string, many: string, other: string];

/** One and two are words, from three on the number stands before a form of its own. */
const many = (count: number, written: string, [one, two, few, many, other]: Forms): string => {
  const rule = plurals.select(count);
  if (rule === 'one') return one;
  if (rule === 'two') return two;
  return `${written} ${rule === 'few' ? few : rule === 'many' ? many : other}`;
};

// After "since" and "by", so two days are in the genitive.
const days = (count: number, written: string): string =>
  many(count, written, ['يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم']);
const letters = (count: number, written: string): string =>
  many(count, written, ['حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف']);

/** The sentences of suggestions, inbox and notices in Arabic. */
export const strings: ConversationStrings = {
  suggestions: 'الاقتراحات',
  requests: 'طلبات محتوى جديد',
  filterStatus: 'الحالة',
  sortBy: 'الترتيب حسب',
  anyStatus: 'الكل',
  open: 'مفتوح',
  closed: 'مغلق',
  sorts: { supporters: 'الأكثر تأييدًا', newest: 'الأحدث', changed: 'آخر تغيير', due: 'الموعد' },
  noSuggestions: 'لا اقتراحات بعد. ما الذي يجعل هذا أفضل؟',
  noRequests: 'لا طلبات بعد. ما الذي ينقص؟',
  noneMatch: 'لا شيء بهذه الحالة.',
  newOnes: (count, written) =>
    many(count, written, ['اقتراح جديد', 'اقتراحان جديدان', 'اقتراحات جديدة', 'اقتراحًا جديدًا', 'اقتراح جديد']),
  show: 'عرض',
  more: 'عرض المزيد',
  shown: (shown, total) => `${shown} من ${total}`,
  gap: (query, count, times) =>
    `«${query}»: بُحث عنه ${many(count, times, ['مرة واحدة', 'مرتين', 'مرات', 'مرة', 'مرة'])} دون نتيجة`,
  gaps: 'بُحث عنه ولم يُعثر عليه',
  request: 'اطلبه',

  statuses: {
    new: 'جديد',
    accepted: 'مقبول',
    'in-progress': 'قيد التنفيذ',
    shipped: 'منشور',
    declined: 'مرفوض',
    duplicate: 'مكرر',
  },
  vote: (count, written) => `تأييد، ${strings.supporters(count, written)}`,
  supporters: (count, written) =>
    count === 0 ? 'لا مؤيدين' : many(count, written, ['مؤيد واحد', 'مؤيدان', 'مؤيدين', 'مؤيدًا', 'مؤيد']),
  voteClosed: 'أُغلق هذا، فلا تصويت عليه بعد الآن.',
  lowRated: (reason) => `تقييم منخفض: ${reason}`,
  erased: 'مُحي النص مع بيانات كاتبه.',
  by: (author, day) => `${author}، ${day}`,
  you: 'أنت',
  somebody: 'مجهول',
  authorOf: (name, team) => `${name}، ${team}`,
  slide: (slide) => `الشريحة ${slide}`,
  page: (page) => `الصفحة ${page}`,
  second: (time) => `عند ${time}`,
  quote: (words) => `«${words}»`,
  versionOf: (version) => `عن ${version}`,
  dueOn: (day) => `الموعد ${day}`,
  overdue: (count, written) => `متأخر منذ ${days(count, written)}`,
  assignedTo: (name) => `لدى ${name}`,
  shippedIn: (version) => `في ${version}`,
  hiddenBecause: (reason) => `مخفي عن الآخرين: ${reason}`,
  openThread: (replies, written) =>
    replies === 0 ? 'التفاصيل' : many(replies, written, ['رد واحد', 'ردّان', 'ردود', 'ردًّا', 'رد']),
  closeThread: 'إغلاق',
  takenBack: 'سُحب',

  suggest: 'اقترح تحسينًا',
  requestContent: 'ما الذي ينقص؟',
  aboutPlace: (place) => `عن: ${place}.`,
  appear: {
    named: (you) => `سيرى الآخرون اسمك: ${you}.`,
    pseudonymous: (you) => `سيرى الآخرون اسمًا مستعارًا، هو نفسه دائمًا هنا: ${you}.`,
    anonymous: () => 'لن يرى الآخرون من أنت. قد يظهر لاحقًا كي لا يدل الوقت عليك.',
  },
  send: 'إرسال',
  reply: 'رد',
  sendReply: 'إرسال الرد',
  cancel: 'إلغاء',
  empty: 'اكتب شيئًا أولًا.',
  tooLong: (count, written) => `الزائد على المسموح: ${letters(count, written)}.`,
  left: (count, written) => `المتبقي: ${count === 0 ? written : letters(count, written)}`,
  similar: (count, written) =>
    many(count, written, ['اقتراح مشابه', 'اقتراحان مشابهان', 'اقتراحات مشابهة', 'اقتراحًا مشابهًا', 'اقتراح مشابه']),
  similarHint: 'هل تؤيد أحدها بدلًا من ذلك؟',
  refusedVote: 'لم يُقبل صوتك. ربما أغلقه شخص آخر.',
  refusedText: 'لم يُرسل: رفضه الخادم. ما كتبته عاد إلى الحقل.',

  inbox: 'الوارد',
  inboxParts: { open: 'مفتوح', waiting: 'قيد الانتظار', promised: 'موعود', overdue: 'متأخر', closed: 'مغلق' },
  waiting: (_count, written) => `قيد الانتظار: ${written}`,
  overdueCount: (_count, written) => `المتأخر: ${written}`,
  overdueBy: (overdue, count, written) => `${overdue}، منذ ${days(count, written)}`,
  oldest: (count, written) => `الأقدم ينتظر منذ ${days(count, written)}`,
  inboxEmpty: 'لا شيء ينتظرك.',
  partEmpty: 'لا شيء هنا.',
  waitsFor: (count, written) => (count === 0 ? 'منذ اليوم' : `ينتظر منذ ${days(count, written)}`),

  notices: 'جديدك',
  notice: (version, what, did) => `يعالج ${version} «${what}»، ${did}. هل تقيّمه مجددًا؟`,
  noticeRequest: (title, what, did) => `صار ${title} متاحًا. وهو جواب عن «${what}»، ${did}.`,
  did: { suggested: 'وقد اقترحتَه', supported: 'وقد أيّدتَه', rated: 'وقد أبلغتَ عنه' },
  rateAgain: 'تقييم مجددًا',
  confirm: 'نعم، عولج',
  dismiss: 'إخفاء',
  thanks: 'شكرًا لك.',
  noNotices: 'لا جديد: يظهر هنا ما طلبته وما فُعل بشأنه.',
  answer: (words) => `الجواب: ${words}`,

  loadingList: 'جارٍ التحميل…',
  failures: {
    'network-failed': 'تعذّر الوصول إلى الخادم.',
    'not-signed-in': 'سجّل الدخول لرؤية هذا.',
    forbidden: 'لا يمكنك رؤية هذا.',
    'not-found': 'هذا غير موجود، أو لا يمكنك رؤيته.',
    'rate-limited': 'طلبات كثيرة دفعة واحدة. حاول مجددًا بعد دقيقة.',
  },
  failedList: 'تعذّر التحميل.',
  staleList: 'قد يكون ما تراه قديمًا.',
  unconnected: 'لا شيء للعرض: هذه الصفحة غير متصلة بـ Collateral.',

  moves: {
    accepted: 'قبول',
    'in-progress': 'بدء',
    shipped: 'نشر',
    declined: 'رفض',
    duplicate: 'دمج كمكرر',
    new: 'ليس مكررًا',
    again: 'تغيير الوعد',
    reopen: 'إعادة فتح',
  },
  hide: 'إخفاء',
  unhide: 'إظهار للآخرين',
  hideReply: 'إخفاء الرد',
  reason: 'السبب',
  assignee: 'من سيقوم به',
  due: 'موعود في',
  shippedVersion: 'الإصدار الذي يحتويه',
  newItem: 'معرّف المادة الجديدة',
  duplicateOf: 'يكرر',
  choose: 'اختر…',
  missing: (field) => `ناقص: ${field}.`,
  changedMeanwhile: (to) => `غيّره شخص آخر في الأثناء؛ حالته الآن: ${to}. ما كتبته محفوظ.`,
  notPermitted: (to) => `هذا غير ممكن من هنا؛ حالته الآن: ${to}. ما كتبته محفوظ.`,
  done: (to) => `حالته الآن: ${to}`,
  replies: 'الردود',
  noReplies: 'لا ردود بعد.',
  owner: 'المسؤول',
  history: 'السجل',
  roles: { producer: 'المسؤول', manager: 'مدير', admin: 'مشرف النظام', service: 'خدمة' },
  moved: (who, to, day) => `${day}: ${to} (${who})`,
  hid: (who, day) => `${day}: أُخفي (${who})`,
  showed: (who, day) => `${day}: أُظهر من جديد (${who})`,
  because: (reason) => `السبب: ${reason}`,
  mergedInto: 'دُمج في',
  mergedFrom: 'دُمج في هذا',
  told: (people, confirmed, again) => `أُبلغوا: ${people}. أكّدوا المعالجة: ${confirmed}. قيّموا مجددًا: ${again}.`,
};
