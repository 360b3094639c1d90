import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what} : ${reason}` : what);

/** The sentences about disputes in French. */
export const strings: DisputeStrings = {
  dispute: 'Contester cette note',
  about: saying,
  reason: 'Pourquoi ?',
  effect:
    'Elle ne compte pas tant qu’un responsable n’a pas décidé. La personne qui a noté en est informée, sans aucun nom. Les responsables du contenu lisent votre raison.',
  disputeAgain: 'Contester à nouveau',
  effectAgain: 'Seule une raison nouvelle rouvre le cas. Ce qui a été décidé vaut jusqu’à une nouvelle décision.',
  send: 'Contester',
  cancel: 'Annuler',
  sending: 'Envoi…',
  missingReason: 'Dites pourquoi, en 1000 caractères au plus.',
  missingChoice: 'Choisissez ce qu’elle devient.',

  underReview: (day, reason) => saying(`En examen depuis le ${day}`, reason),
  upheld: (day, reason) => saying(`Écartée depuis le ${day}`, reason),
  rejected: (day, reason) => saying(`Maintenue, décidé le ${day}`, reason),
  because: (day, reason) => saying(`Contestée le ${day}`, reason),
  statuses: {
    open: 'En examen : elle ne compte pas d’ici la décision.',
    upheld: 'Elle a été contestée et ne compte pas.',
    rejected: 'Elle a été contestée ; elle est maintenue et compte.',
  },

  title: 'Notes contestées',
  intro:
    'Une note contestée ne compte pas tant que quelqu’un d’autre que son producteur n’a pas décidé. Personne n’apprend qui a noté.',
  open: (count, written) => (count === 1 ? '1 en examen' : `${written} en examen`),
  settled: (count, written) => (count === 1 ? '1 réglée' : `${written} réglées`),
  nothing:
    'Aucune note n’est contestée. Un producteur peut en contester une à côté de son commentaire, sur la page d’un contenu.',
  noneOpen: 'Rien n’attend de décision.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `version ${version}`,
  commentGone: 'Le commentaire n’est plus là : il a été retiré, modifié ou effacé.',
  settle: 'Décider',
  question: 'Que devient la note ?',
  choices: { rejected: 'Elle est maintenue', upheld: 'Elle est écartée' },
  effects: { rejected: 'La note compte de nouveau.', upheld: 'La note ne comptera plus jamais.' },
  save: 'Enregistrer la décision',
  settledMeanwhile: (now) => `Quelqu’un d’autre a décidé entre-temps. ${now}`,
  yourReason: (text) => `Vous aviez écrit : ${text}`,
  settleNote:
    'Le producteur et les responsables du contenu lisent votre raison. La personne qui a noté voit la décision.',

  loading: 'Chargement des notes contestées…',
  failed: 'Les notes contestées n’ont pas pu être chargées.',
  stale: 'Actualisation impossible ; voici ce qui était connu.',
  noClient: 'Pas de liste : cette page n’est pas reliée à Collateral.',
  tryAgain: 'Réessayer',
  failures: {
    'not-signed-in': 'Connectez-vous pour continuer.',
    forbidden:
      'Vous ne pouvez pas faire cela. La décision revient à un responsable du contenu qui ne l’a pas produit et n’a pas contesté la note.',
    'not-found': 'La note ou son commentaire n’est plus là.',
    'network-failed': 'Le serveur est injoignable.',
    'rate-limited': 'Trop de demandes. Attendez un instant.',
  },
  notSent: 'Rien n’a été enregistré. Ce que vous avez écrit est toujours là.',
};
