import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

const plural = (one: string, many: string) => (count: number, written: string) =>
  `${written} ${count < 2 ? one : many}`;

/** The sentences of a scorecard in French. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'Une part, avec son intervalle à 95 % selon Wilson ; ce qu’une personne fait souvent ne compte pas comme plusieurs avis.',
    'kaplan-meier':
      'La médiane selon Kaplan et Meier, avec son intervalle à 95 % : ce qui attend encore compte comme en attente.',
    'kaplan-meier-at-least':
      'Moins de la moitié a reçu une réponse ; on sait seulement que la médiane dépasse ce qui a été vu.',
    'kaplan-meier-open-end':
      'La médiane selon Kaplan et Meier. Trop peu de réponses pour connaître le haut de son intervalle à 95 %.',
    'weighted-lift':
      'Écart moyen entre les nouvelles versions et celles d’avant, pondéré par le côté le plus mince, avec son intervalle à 95 %.',
  },
  reasons: {
    disputed: 'contestées',
    'handed-over': 'transmises avant une réponse',
    'late-ratings': 'versions dont la précédente était encore évaluée après leur sortie',
    'not-yet-due': 'pas encore dues',
    thin: 'versions avec trop peu d’évaluations d’un côté',
    'too-few-ratings': 'contenus avec trop peu d’évaluations',
    uneven: 'versions évaluées par des personnes trop différentes',
    withdrawn: 'retirées',
  },

  title: (name) => `Tableau de bord : ${name}`,
  organisation: 'l’organisation',
  covers: (days, before) => `${days}, comparé à ${before}`,
  countedAt: (instant) => `compté ${instant}`,
  sides: { producing: 'Produire les contenus', using: 'Utiliser les contenus' },
  measures: {
    P1: {
      name: 'Taux d’usage',
      counting: 'Contenus utilisés par d’autres dans la période, parmi ceux en ligne depuis au moins 30 jours.',
    },
    P3: {
      name: 'Note face à l’objectif',
      counting:
        'Contenus qui atteignent la note visée avec une probabilité d’au moins 80 %, parmi ceux qui ont assez d’évaluations.',
    },
    P4: {
      name: 'Première réponse',
      counting:
        'Jours avant que la moitié des suggestions ait une réponse ou une décision du responsable ; celles encore ouvertes comptent.',
    },
    P5: {
      name: 'Réponses à temps',
      counting: 'Suggestions traitées avant l’échéance, parmi celles dues dans la période.',
    },
    P6: {
      name: 'Résolution',
      counting:
        'Suggestions réalisées ou refusées avec motif, parmi celles faites dans la période et âgées de 30 jours.',
    },
    P7: {
      name: 'Gain des nouvelles versions',
      counting:
        'De combien les nouvelles versions sont mieux notées que les précédentes, pondéré par le nombre de personnes ayant noté les deux.',
    },
    P8: {
      name: 'Révision dépassée',
      counting: 'Contenus au-delà de leur date de révision, parmi ceux qui en ont une.',
    },
    P9: { name: 'Sans responsable', counting: 'Contenus sans responsable, parmi les contenus en ligne.' },
    P10: {
      name: 'Suites des notes basses',
      counting: 'Versions mal notées suivies d’une nouvelle version ou d’un refus motivé sous 45 jours.',
    },
    P12: {
      name: 'Promesses tenues',
      counting: 'Suggestions acceptées réalisées au jour d’abord promis, parmi celles dues dans la période.',
    },
    T1: {
      name: 'Participation',
      counting: 'Contenus vraiment utilisés et évalués sous 30 jours, parmi ceux utilisés, personne par personne.',
    },
    T2: {
      name: 'Évaluations constructives',
      counting: 'Notes basses qui disent pourquoi, parmi toutes les notes basses.',
    },
    T3: {
      name: 'Usage des contenus obligatoires',
      counting: 'Personnes ayant utilisé un contenu obligatoire, parmi celles à qui il l’est, contenu par contenu.',
    },
  },
  howToRead:
    '« En progrès » et « en recul » se disent quand le changement est plus que le hasard, compte tenu du nombre de questions du tableau. « Données insuffisantes » n’est ni bon ni mauvais.',

  atLeast: (value) => `au moins ${value}`,
  atMost: (value) => `au plus ${value}`,
  orMore: (range) => `${range} ou plus`,
  from: (count, written) => `sur ${written} ${count < 2 ? 'observation' : 'observations'}`,
  tooFew: (detail) => `${detail} : trop peu pour un chiffre`,
  hiddenProducers: 'Révélerait les résultats de chaque producteur',
  verdicts: {
    met: 'atteint',
    missed: 'manqué',
    'not-enough-data': 'données insuffisantes',
    'no-target': 'Pas d’objectif',
  },
  target: (value, verdict) => `Objectif ${value} : ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Objectif : ${value}, ${days} ; ${owner} en répond.${ofOrganisation ? ' C’est celui de l’organisation.' : ''}`,
  since: (day) => `depuis le ${day}`,
  setTarget: 'Fixer un objectif',
  changeTarget: 'Modifier l’objectif',
  allTargets: 'Objectifs au fil du temps',
  words: {
    improving: 'En progrès',
    worse: 'En recul',
    'no-clear-change': 'Pas de changement net',
    'not-enough-data': 'Changement : données insuffisantes',
  },
  before: (value) => `avant : ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression:
    'Quand la version d’avant a été refaite parce que mal notée, une part du gain est un retour à la moyenne.',
  behind: 'Ce qu’il y a derrière',
  behindOf: (name) => `Ce qu’il y a derrière : ${name}`,
  happened: 'Ce qui s’est passé dans ce temps',
  newVersions: plural('nouvelle version', 'nouvelles versions'),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day} : ${lift}`,
  handOvers: plural('contenu a changé de mains', 'contenus ont changé de mains'),
  handOver: (title, from, to, day) => `${title} : de ${from} à ${to}, ${day}`,
  nobody: 'personne',
  commitments: (promised, kept, late, open) =>
    `Promis pour cette période : ${promised}. Tenu : ${kept}, en retard : ${late}, encore ouvert : ${open}.`,

  evidenceItem: 'Contenu',
  parts: { hit: 'oui', miss: 'non', open: 'en attente', excluded: 'non compté' },
  evidenceDays: 'Jours',
  evidenceShown: (shown, total) => `${shown} sur ${total}`,
  evidenceNone: 'Il n’y a rien derrière.',
  evidenceWithheld: (count, written) =>
    `${written} ${count === 1 ? 'n’est pas listé' : 'ne sont pas listés'} : cela révélerait les résultats de chaque producteur.`,
  evidenceLoading: 'Chargement de la liste…',
  evidenceFailed: 'La liste n’a pas pu être chargée.',
  more: 'En voir plus',
  request: 'Une demande de nouveau contenu',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'Nouvelles versions',
  versionsMarked: (count, written) =>
    count < 2 ? `${written} nouvelle version est marquée.` : `${written} nouvelles versions sont marquées.`,

  comparisons: { producer: 'Les producteurs côte à côte', team: 'Les équipes côte à côte' },
  subjects: { producer: 'Producteur', team: 'Équipe' },
  measure: 'Mesure',
  orderByName: 'Dans l’ordre des noms ; ce n’est pas un classement.',
  orderOfPage: 'Dans l’ordre de cette page ; ce n’est pas un classement.',
  overlap:
    'Chaque barre montre où se trouve probablement le chiffre. Là où les barres se chevauchent, un écart peut être dû au hasard.',
  opens: 'Un clic sur une ligne, ou Entrée, ouvre son tableau de bord.',
  compared: (type, count, written) => {
    if (type === 'team') return `${written} ${count < 2 ? 'équipe' : 'équipes'}.`;
    return `${written} ${count < 2 ? 'producteur' : 'producteurs'}.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Objectif ${counts}.`,
  evidenceHeading: 'Sur',
  targetHeading: 'Objectif',
  changeHeading: 'Changement',
  notShown: (count, written, minimum) =>
    `${written} de plus ${count < 2 ? 'n’est pas montré' : 'ne sont pas montrés'} : moins de ${minimum} personnes, ou cela trahirait un tel groupe.`,
  nobodyToCompare: 'Personne à comparer dans cette période, ou personne dont vous puissiez voir les chiffres.',
  back: 'Retour à la comparaison',

  loading: 'Chargement du tableau de bord…',
  nothingYet:
    'Rien n’a encore été compté. Les chiffres apparaissent avec les premières vues, évaluations et suggestions.',
  failures: {
    'not-signed-in': 'Connectez-vous pour voir ce tableau de bord.',
    forbidden:
      'Vous ne pouvez pas voir ce tableau de bord. Les responsables voient ceux de leurs équipes et producteurs.',
    'not-found': 'Ce producteur ou cette équipe n’existe pas, ou vous ne pouvez pas le voir.',
    'network-failed': 'Le serveur n’a pas pu être joint.',
    'invalid-query': 'Il n’y a pas de tableau de bord pour ce sujet et cette période.',
  },
  failed: 'Le tableau de bord n’a pas pu être chargé.',
  stale: (instant) => `Actualisation impossible. Ces chiffres datent de ${instant}.`,
  noClient: 'Pas de tableau de bord : cette page n’est pas reliée à Collateral.',
  tryAgain: 'Réessayer',
};
