/** How a figure was counted, by the name of its method; docs/metrics.md has the formulas. */
export const englishMethods: Readonly<Record<string, string>> = {
  'qualified-views':
    'Times it was open and looked at for three seconds or more; within half an hour a person counts once.',
  'distinct-people': 'Each person counts once.',
  downloads: 'Times it was downloaded.',
  shares: 'Times it was shared.',
  presentations: 'Times it was presented.',
  completions: 'Times somebody finished it.',
  wilson: 'A share, with its 95 % interval after Wilson.',
  portion: 'A share of everything there is, so without an interval.',
  newcombe: 'Difference of two shares, with its 95 % interval after Newcombe.',
  'dirichlet-mean': 'Mean of the live ratings, drawn towards the usual while there are few, with its 95 % interval.',
  'mean-difference':
    'Mean of the ratings given in these months minus that of as many months before, with its 95 % interval.',
  'version-lift': 'Mean of this version minus that of the one before, with its 95 % interval.',
  'active-time-per-view': 'Time in which it was looked at, per view.',
  difference: 'This period minus the one before.',
};

/** What was left out of a figure, by the name of the reason. */
export const englishReasons: Readonly<Record<string, string>> = {
  'own-use': 'by the owner',
  service: 'by services',
  automation: 'by programs',
  new: 'published too recently',
  retired: 'retired',
  'no-audience': 'meant for nobody',
  'outside-audience': 'people outside the audience',
  'not-yet-shown': 'newer ratings, shown after three more people',
  'without-use': 'by people who had not used it before',
  'not-told-apart': 'after use, told once enough of both sorts have come',
  'too-few-on-item': 'ratings of items with too few of them',
  'no-review-date': 'without a review date',
  'items-with-hidden-viewers': 'items whose viewers are hidden',
};
