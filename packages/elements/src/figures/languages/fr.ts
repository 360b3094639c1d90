import type { FigureStrings } from '../../shared/figure-strings.js';

const ratings = (count: number, written: string): string => `${written} ${count < 2 ? 'évaluation' : 'évaluations'}`;

/** The sentences around figures in French. */
export const strings: FigureStrings = {
  chart: {
    chart: 'graphique',
    keys: 'Les flèches parcourent les valeurs, Échap les quitte.',
    nothingToDraw: 'Rien à tracer : aucun chiffre pour cette période.',
    numbers: 'Chiffres et méthode',
    howCounted: 'Comment est-ce compté ?',
    nextRows: 'Lignes suivantes',
    previousRows: 'Lignes précédentes',
    rowsShown: (first, last, total) => `Lignes ${first} à ${last} sur ${total}`,
  },

  range: (low, high) => `${low} à ${high}`,
  likely: (range) => `probablement ${range}`,
  outOf: (part, whole) => `${part} sur ${whole}`,
  ratings,
  points: (written) => `${written} points`,
  early: 'Trop tôt',
  earlyDetail: (count, written) => `${ratings(count, written)}, trop peu pour une note`,
  hidden: 'Masqué',
  hiddenDetail: (minimum) => `Renseignerait sur moins de ${minimum} personnes`,
  none: 'Aucune donnée',
  noChange: 'Pas de changement net',
  change: (difference, likely) => (likely ? `${difference} (${likely})` : difference),
  changeUnknown: 'Rien à comparer',
  countingBegan: (day) => `comptage depuis le ${day}`,
  beforeWas: (value) => `avant : ${value}`,

  methods: {
    'qualified-views':
      'Nombre de fois où c’était ouvert et regardé trois secondes ou plus ; en une demi-heure, une personne compte une fois.',
    'distinct-people': 'Chaque personne compte une fois.',
    downloads: 'Nombre de téléchargements.',
    shares: 'Nombre de partages.',
    presentations: 'Nombre de présentations.',
    completions: 'Nombre de fois où quelqu’un l’a terminé.',
    wilson: 'Une part, avec son intervalle à 95 % selon Wilson.',
    portion: 'Une part de tout ce qui existe, donc sans intervalle.',
    newcombe: 'Différence de deux parts, avec son intervalle à 95 % selon Newcombe.',
    'dirichlet-mean':
      'Moyenne des évaluations valables, tirée vers l’habituel tant qu’il y en a peu, avec son intervalle à 95 %.',
    'mean-difference':
      'Moyenne des évaluations de ces mois moins celle d’autant de mois auparavant, avec son intervalle à 95 %.',
    'version-lift': 'Moyenne de cette version moins celle de la précédente, avec son intervalle à 95 %.',
    'active-time-per-view': 'Temps pendant lequel c’était regardé, par vue.',
    difference: 'Cette période moins la précédente.',
  },
  method: (name) => `Méthode « ${name} » ; la formule est dans docs/metrics.md.`,
  fraction: (part, whole) => `Compté : ${part} sur ${whole}.`,
  observations: (count) => `Fondé sur ${count} observations.`,
  fromTo: (days) => `Période : ${days}.`,
  allTime: 'Période : à tout moment.',
  leftOut: (reasons) => `Non compté : ${reasons}.`,
  reasons: {
    'own-use': 'par le responsable lui-même',
    service: 'par des services',
    automation: 'par des programmes',
    new: 'publié trop récemment',
    retired: 'retiré',
    'no-audience': 'destiné à personne',
    'outside-audience': 'personnes hors du public visé',
    'not-yet-shown': 'évaluations plus récentes, montrées après trois autres personnes',
    'too-few-on-item': 'évaluations de contenus qui en ont trop peu',
    'no-review-date': 'sans date de révision',
    'items-with-hidden-viewers': 'contenus dont les lecteurs sont masqués',
  },
  nothingLeftOut: 'Tout a été compté.',

  course: (name) => `${name} au fil du temps`,
  courseSummary: (first, last, most, mostWhen) => `De ${first} à ${last} ; le plus haut : ${most}, ${mostWhen}.`,
  courseOne: (value, when) => `${value}, ${when}.`,
  when: 'Quand',
  observationsHeading: 'Observations',
  intervalHeading: 'Probable',
};
