import type { Strings } from '../shared/strings.js';

const plurals = new Intl.PluralRules('it');
const counts: Readonly<Record<string, (n: string) => string>> = {
  one: (n) => `${n} valutazione`,
  other: (n) => `${n} valutazioni`,
};
/** The sentences in Italian. */
export const strings: Strings = {
  points: [
    { label: 'Inutilizzabile', anchor: 'sbagliato, superato o fuori messaggio' },
    { label: 'Debole', anchor: 'ha richiesto molte correzioni' },
    { label: 'Discreto', anchor: 'utilizzabile con modifiche' },
    { label: 'Buono', anchor: 'usato così com’è, ha aiutato' },
    { label: 'Eccellente', anchor: 'ha fatto avanzare la conversazione' },
  ],
  pointName: (value, { label, anchor }) => `${value}, ${label}: ${anchor}`,
  pointLine: (value, { label, anchor }) => `${value} · ${label} — ${anchor}`,
  scaleHint: (low, lowest, high, highest) => `${low} ${lowest.label} … ${high} ${highest.label}`,
  rating: 'Valutazione',
  required: 'Scegliere una valutazione.',
  rated: (value, { label }) => `La sua valutazione: ${value}, ${label}`,
  ratedNews: (rated, news) => `${rated}. ${news}`,
  ratedBefore: (version, value, current) =>
    `Ha valutato ${version} con ${value}. Valutare ${current ?? 'questa versione'}?`,
  outOf: (value, highest) => `${value} su ${highest}`,
  score: (mean, low, high) => `${mean} (probabilmente da ${low} a ${high})`,
  count: (count, written) => counts[plurals.select(count)]?.(written) ?? written,
  scoreOfCount: (score, count) => `${score}, ${count}`,
  tooFew: (count, written) => `${strings.count(count, written)} finora, troppo poche per un punteggio`,
  noRatings: 'Ancora nessuna valutazione',
  hidden: 'Nascosto per proteggere un piccolo gruppo',
  loading: 'Caricamento delle valutazioni…',
  loadFailed: 'Impossibile caricare le valutazioni.',
  signIn: 'Acceda per vedere e dare valutazioni.',
  own: 'Il contenuto è suo; lo valutano gli altri',
  otherScale: (asked, known) =>
    `Questa valutazione chiede la scala “${asked}”, ma tutto si valuta su “${known}”. Non viene mostrata.`,
  saving: 'Salvataggio…',
  stored: 'Salvato su questo dispositivo, verrà inviato',
  storedInMemory: 'Tenuto in questa scheda fino all’invio. La lasci aperta',
  waitsForSignIn: 'Non inviato: nessuno ha effettuato l’accesso. Se dopo l’accesso manca, valuti di nuovo',
  waitsForOwner:
    'Salvato su questo dispositivo, non inviato: ha effettuato l’accesso un’altra persona. Acceda di nuovo per inviarlo.',
  waitsForPermission:
    'Salvato su questo dispositivo, non inviato: da questa pagina non può valutare. Avvisi chi la gestisce; nulla va perso.',
  delivered: 'Inviato',
  withdrawn: 'Valutazione ritirata',
  notStored: 'Non salvato: questo browser non ha potuto memorizzarlo.',
  refused: 'Non salvato: il server lo ha rifiutato. Scelga di nuovo o avvisi chi gestisce la pagina.',
  dropped: 'Non salvato: abbandonato prima di poter essere inviato.',
  noClient: 'Impossibile salvare: questa pagina non è collegata a Collateral.',
  tryAgain: 'Riprova',
  withdraw: 'Ritira',
  undo: 'Annulla',
  addComment: 'Commento',
  whyLow: 'Qual era il problema?',
  comment: 'Commento (facoltativo)',
  tellOwner: 'Invia ora i miei motivi al responsabile',
  tellOwnerHint: 'Altrimenti attendono che più persone abbiano dato lo stesso. Il suo nome non viene inviato.',
  saveComment: 'Salva commento',
  askToRate: 'Lo ha appena usato. Come lo valuta?',
  notNow: 'Non ora',
  reasons: {
    outdated: 'Superato',
    inaccurate: 'Impreciso',
    'wrong-audience': 'Pubblico sbagliato',
    'too-long': 'Troppo lungo',
    'hard-to-find': 'Difficile da trovare',
    'off-message': 'Fuori messaggio',
    unclear: 'Poco chiaro',
    other: 'Altro',
  },
};
