import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = new Intl.PluralRules('ar');

/** Arabic counts in six forms; a form without the number says it in words. */
const plural =
  (forms: Forms) =>
  (count: number, written: string): string =>
    (forms[rules.select(count)] ?? forms.other).replace('{n}', written);

const versions = plural({
  zero: 'لا إصدارات جديدة',
  one: 'إصدار جديد واحد',
  two: 'إصداران جديدان',
  few: '{n} إصدارات جديدة',
  many: '{n} إصدارًا جديدًا',
  other: '{n} إصدار جديد',
});
const teams = plural({
  zero: 'لا فرق',
  one: 'فريق واحد',
  two: 'فريقان',
  few: '{n} فرق',
  many: '{n} فريقًا',
  other: '{n} فريق',
});
const producers = plural({
  zero: 'لا منتجين',
  one: 'منتج واحد',
  two: 'منتجان',
  few: '{n} منتجين',
  many: '{n} منتجًا',
  other: '{n} منتج',
});

/** The sentences of a scorecard in Arabic. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered': 'نسبة مع مجال ثقتها 95 % بطريقة ويلسون؛ وما يكرره شخص واحد لا يُحسب آراءً كثيرة.',
    'kaplan-meier': 'الوسيط بطريقة كابلان وماير مع مجال ثقته 95 %: وما زال منتظرًا يُحسب منتظرًا.',
    'kaplan-meier-at-least': 'أُجيب عن أقل من النصف، فلا يُعرف عن الوسيط إلا أنه أطول مما شوهد.',
    'kaplan-meier-open-end': 'الوسيط بطريقة كابلان وماير. الإجابات أقل من أن يُعرف بها الطرف الأعلى لمجال ثقته 95 %.',
    'weighted-lift': 'متوسط الفرق بين الإصدارات الجديدة وما قبلها، موزونًا بالجانب الأقل، مع مجال ثقته 95 %.',
  },
  reasons: {
    disputed: 'معترَض عليها',
    'handed-over': 'سُلّمت قبل الإجابة',
    'late-ratings': 'إصدارات ظل الإصدار السابق لها يُقيَّم بعد صدورها',
    'not-yet-due': 'لم يحن موعدها',
    thin: 'إصدارات تقييماتها قليلة جدًّا في أحد الجانبين',
    'too-few-ratings': 'مواد تقييماتها قليلة جدًّا',
    uneven: 'إصدارات قيّمها أشخاص مختلفون جدًّا',
    withdrawn: 'مسحوبة',
  },

  title: (name) => `بطاقة الأداء: ${name}`,
  organisation: 'المؤسسة',
  covers: (days, before) => `${days}، مقارنةً بـ ${before}`,
  countedAt: (instant) => `حُسبت ${instant}`,
  sides: { producing: 'إعداد المواد', using: 'استخدام المواد' },
  measures: {
    P1: {
      name: 'معدل الاستخدام',
      counting: 'المواد التي استخدمها غير أصحابها في الفترة، من المنشورة منذ 30 يومًا على الأقل.',
    },
    P3: {
      name: 'التقييم مقابل الهدف',
      counting: 'المواد التي تبلغ التقييم المستهدف باحتمال لا يقل عن 80 %، من ذوات التقييمات الكافية.',
    },
    P4: {
      name: 'أول رد',
      counting: 'الأيام حتى نال نصف الاقتراحات ردًّا أو قرارًا من المسؤول؛ والمفتوح منها محسوب.',
    },
    P5: { name: 'الرد في الموعد', counting: 'الاقتراحات التي أُجيب عنها قبل موعدها، من المستحقة في الفترة.' },
    P6: {
      name: 'الحسم',
      counting: 'الاقتراحات المنفَّذة أو المرفوضة بسبب، مما قُدم في الفترة ومضى عليه 30 يومًا.',
    },
    P7: {
      name: 'تحسن الإصدارات الجديدة',
      counting: 'مقدار تفوق تقييم الإصدارات الجديدة على ما قبلها، موزونًا بعدد من قيّموا كليهما.',
    },
    P8: { name: 'تجاوز موعد المراجعة', counting: 'المواد المنشورة التي تجاوزت موعد مراجعتها، مما له موعد.' },
    P9: { name: 'بلا مسؤول', counting: 'المواد بلا مسؤول، من المواد المنشورة.' },
    P10: {
      name: 'متابعة التقييمات المنخفضة',
      counting: 'الإصدارات المنخفضة التقييم التي تلاها خلال 45 يومًا إصدار جديد أو رفض مسبَّب.',
    },
    P12: {
      name: 'الوعود المحفوظة',
      counting: 'الاقتراحات المقبولة المنفَّذة في اليوم الموعود أولًا، من المستحقة في الفترة.',
    },
    T1: { name: 'المشاركة', counting: 'المواد المستخدمة فعلًا والمقيَّمة خلال 30 يومًا، من المستخدمة، شخصًا شخصًا.' },
    T2: { name: 'التقييمات البنّاءة', counting: 'التقييمات المنخفضة التي تذكر السبب، من كل المنخفضة.' },
    T3: {
      name: 'استخدام المواد المطلوبة',
      counting: 'من استخدموا مادة مطلوبة منهم، ممن طُلبت منهم، مادةً مادة.',
    },
  },
  howToRead:
    'يقال «يتحسن» و«يتراجع» حين يتجاوز التغير المصادفة، مع مراعاة عدد الأسئلة في البطاقة. و«بيانات غير كافية» ليست خيرًا ولا شرًّا.',

  atLeast: (value) => `${value} على الأقل`,
  atMost: (value) => `${value} على الأكثر`,
  orMore: (range) => `${range} أو أكثر`,
  from: plural({
    zero: 'بلا ملاحظات',
    one: 'من ملاحظة واحدة',
    two: 'من ملاحظتين',
    few: 'من {n} ملاحظات',
    other: 'من {n} ملاحظة',
  }),
  tooFew: (detail) => `${detail}: أقل من أن تكفي لرقم`,
  hiddenProducers: 'سيكشف أداء منتجين بعينهم',
  verdicts: {
    met: 'تحقق',
    missed: 'لم يتحقق',
    'not-enough-data': 'بيانات غير كافية',
    'no-target': 'لا هدف',
  },
  target: (value, verdict) => `الهدف ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `الهدف: ${value}، ${days}؛ والمسؤول عنه ${owner}.${ofOrganisation ? ' وهو هدف المؤسسة.' : ''}`,
  since: (day) => `منذ ${day}`,
  setTarget: 'تحديد هدف',
  changeTarget: 'تغيير الهدف',
  allTargets: 'الأهداف عبر الزمن',
  words: {
    improving: 'يتحسن',
    worse: 'يتراجع',
    'no-clear-change': 'لا تغيّر واضح',
    'not-enough-data': 'التغير: بيانات غير كافية',
  },
  before: (value) => `قبل ذلك: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression: 'إذا أُعيد إعداد الإصدار السابق لانخفاض تقييمه، فبعض التحسن رجوع إلى المتوسط.',
  behind: 'ما وراء الرقم',
  behindOf: (name) => `ما وراء الرقم: ${name}`,
  happened: 'ما حدث في هذه المدة',
  newVersions: versions,
  versionLift: (title, version, day, lift) => `${title}، ${version}، ${day}: ${lift}`,
  handOvers: plural({
    zero: 'لم تنتقل أي مادة',
    one: 'انتقلت مادة واحدة إلى مسؤول آخر',
    two: 'انتقلت مادتان إلى مسؤول آخر',
    few: 'انتقلت {n} مواد إلى مسؤول آخر',
    other: 'انتقلت {n} مادة إلى مسؤول آخر',
  }),
  handOver: (title, from, to, day) => `${title}: من ${from} إلى ${to}، ${day}`,
  nobody: 'لا أحد',
  commitments: (promised, kept, late, open) =>
    `الموعود في هذه الفترة: ${promised}. المحفوظ: ${kept}، المتأخر: ${late}، ما زال مفتوحًا: ${open}.`,

  evidenceItem: 'المادة',
  parts: { hit: 'نعم', miss: 'لا', open: 'ما زال منتظرًا', excluded: 'مستبعَد' },
  evidenceDays: 'الأيام',
  evidenceShown: (shown, total) => `${shown} من ${total}`,
  evidenceNone: 'لا شيء وراءه.',
  evidenceWithheld: (_count, written) => `عدد غير المدرج: ${written}، لأن إدراجه يكشف أداء منتجين بعينهم.`,
  evidenceLoading: 'تُحمَّل القائمة…',
  evidenceFailed: 'تعذر تحميل القائمة.',
  more: 'عرض المزيد',
  request: 'طلب محتوى جديد',
  versionName: (title, version) => `${title}، ${version}`,
  versionsHeading: 'إصدارات جديدة',
  versionsMarked: (count, written) => `مُعلَّم في الرسم: ${versions(count, written)}.`,

  comparisons: { producer: 'المنتجون جنبًا إلى جنب', team: 'الفرق جنبًا إلى جنب' },
  subjects: { producer: 'المنتج', team: 'الفريق' },
  measure: 'المقياس',
  orderByName: 'بترتيب الأسماء؛ وليس هذا تصنيفًا.',
  orderOfPage: 'بترتيب هذه الصفحة؛ وليس هذا تصنيفًا.',
  overlap: 'يبيّن كل شريط أين يقع الرقم على الأرجح. وحيث تتداخل الأشرطة قد يكون الفرق مصادفة.',
  opens: 'النقر على صف، أو مفتاح Enter، يفتح بطاقته.',
  compared: (type, count, written) => `${(type === 'team' ? teams : producers)(count, written)}.`,
  comparedWithTarget: (compared, counts) => `${compared} الهدف ${counts}.`,
  evidenceHeading: 'الأساس',
  targetHeading: 'الهدف',
  changeHeading: 'التغير',
  notShown: (_, written, minimum) =>
    `غير معروض أيضًا: ${written}؛ أقل من ${minimum} أشخاص، أو لأن عرضها يكشف مجموعة كهذه.`,
  nobodyToCompare: 'لا أحد للمقارنة في هذه الفترة، أو لا أحد يحق لك رؤية أرقامه.',
  back: 'العودة إلى المقارنة',

  loading: 'تُحمَّل بطاقة الأداء…',
  nothingYet: 'لم يُحسب شيء بعد. تظهر الأرقام مع أولى المشاهدات والتقييمات والاقتراحات.',
  failures: {
    'not-signed-in': 'سجّل الدخول لترى بطاقة الأداء هذه.',
    forbidden: 'لا يحق لك رؤية بطاقة الأداء هذه. يرى المديرون بطاقات فرقهم ومنتجيهم.',
    'not-found': 'لا يوجد هذا المنتج أو الفريق، أو لا يحق لك رؤيته.',
    'network-failed': 'تعذر الوصول إلى الخادم.',
    'invalid-query': 'لا بطاقة أداء لهذا الموضوع وهذه الفترة.',
  },
  failed: 'تعذر تحميل بطاقة الأداء.',
  stale: (instant) => `تعذر التحديث. هذه أرقام ${instant}.`,
  noClient: 'لا بطاقة أداء: هذه الصفحة غير متصلة بـ Collateral.',
  tryAgain: 'إعادة المحاولة',
};
