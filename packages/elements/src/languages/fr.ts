import type { Strings } from '../shared/strings.js';

const plurals = new Intl.PluralRules('fr');
const counts: Readonly<Record<string, (n: string) => string>> = { one: (n) => `${n} note`, other: (n) => `${n} notes` };
/** The sentences in French. */
export const strings: Strings = {
  points: [
    { label: 'Inutilisable', anchor: 'faux, dépassé ou hors message' },
    { label: 'Faible', anchor: 'a demandé de grosses reprises' },
    { label: 'Correct', anchor: 'utilisable avec des retouches' },
    { label: 'Bon', anchor: 'utilisé tel quel, cela a aidé' },
    { label: 'Excellent', anchor: 'a fait avancer la conversation' },
  ],
  pointName: (value, { label, anchor }) => `${value}, ${label} : ${anchor}`,
  pointLine: (value, { label, anchor }) => `${value} · ${label} — ${anchor}`,
  scaleHint: (low, lowest, high, highest) => `${low} ${lowest.label} … ${high} ${highest.label}`,
  rating: 'Note',
  required: 'Veuillez choisir une note.',
  rated: (value, { label }) => `Votre note : ${value}, ${label}`,
  ratedNews: (rated, news) => `${rated}. ${news}`,
  ratedBefore: (version, value, current) =>
    `Vous avez donné ${value} à ${version}. Noter ${current ?? 'cette version'} ?`,
  outOf: (value, highest) => `${value} sur ${highest}`,
  score: (mean, low, high) => `${mean} (probablement de ${low} à ${high})`,
  count: (count, written) => counts[plurals.select(count)]?.(written) ?? written,
  scoreOfCount: (score, count) => `${score}, ${count}`,
  tooFew: (count, written) => `${strings.count(count, written)} pour l’instant, trop peu pour un score`,
  noRatings: 'Pas encore de notes',
  hidden: 'Masqué pour protéger un petit groupe',
  loading: 'Chargement des notes…',
  loadFailed: 'Les notes n’ont pas pu être chargées.',
  signIn: 'Connectez-vous pour voir et donner des notes.',
  own: 'Ce contenu est le vôtre ; les notes viennent des autres',
  otherScale: (asked, known) =>
    `Cette note demande l’échelle « ${asked} », mais tout est noté sur « ${known} ». Elle n’est pas affichée.`,
  saving: 'Enregistrement…',
  stored: 'Enregistré sur cet appareil, sera envoyé',
  storedInMemory: 'Gardé dans cet onglet jusqu’à l’envoi. Laissez-le ouvert',
  waitsForSignIn: 'Non envoyé : personne n’est connecté. Si la note a disparu après la connexion, notez à nouveau',
  waitsForOwner:
    'Enregistré sur cet appareil, non envoyé : quelqu’un d’autre est connecté. Reconnectez-vous pour l’envoyer.',
  waitsForPermission:
    'Enregistré sur cet appareil, non envoyé : vous ne pouvez pas noter depuis cette page. Prévenez ses responsables ; rien n’est perdu.',
  delivered: 'Envoyé',
  withdrawn: 'Note retirée',
  notStored: 'Non enregistré : ce navigateur n’a pas pu le garder.',
  refused: 'Non enregistré : le serveur l’a refusé. Choisissez à nouveau ou prévenez les responsables de la page.',
  dropped: 'Non enregistré : abandonné avant de pouvoir être envoyé.',
  noClient: 'Impossible d’enregistrer : cette page n’est pas reliée à Collateral.',
  tryAgain: 'Réessayer',
  withdraw: 'Retirer',
  undo: 'Annuler',
  addComment: 'Commentaire',
  whyLow: 'Quel était le problème ?',
  comment: 'Commentaire (facultatif)',
  saveComment: 'Enregistrer le commentaire',
  askToRate: 'Vous venez de l’utiliser. Quelle note lui donnez-vous ?',
  notNow: 'Pas maintenant',
  reasons: {
    outdated: 'Dépassé',
    inaccurate: 'Inexact',
    'wrong-audience': 'Mauvais public',
    'too-long': 'Trop long',
    'hard-to-find': 'Difficile à trouver',
    'off-message': 'Hors message',
    unclear: 'Pas clair',
    other: 'Autre',
  },
};
