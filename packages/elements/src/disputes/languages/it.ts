import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}: ${reason}` : what);

/** The sentences about disputes in Italian. */
export const strings: DisputeStrings = {
  dispute: 'Contesta questa valutazione',
  about: saying,
  reason: 'Perché?',
  effect:
    'Non conta finché un responsabile non ha deciso. Chi ha valutato viene informato, senza nomi. I responsabili del contenuto leggono il motivo.',
  disputeAgain: 'Contesta di nuovo',
  effectAgain: 'Solo un motivo nuovo riapre il caso. Ciò che è stato deciso vale finché non si decide di nuovo.',
  send: 'Contesta',
  cancel: 'Annulla',
  sending: 'Invio in corso…',
  missingReason: 'Scrivi perché, in al massimo 1000 caratteri.',
  missingChoice: 'Scegli che cosa ne sarà.',

  underReview: (day, reason) => saying(`In esame dal ${day}`, reason),
  upheld: (day, reason) => saying(`Esclusa dal ${day}`, reason),
  rejected: (day, reason) => saying(`Resta valida, deciso il ${day}`, reason),
  because: (day, reason) => saying(`Contestata il ${day}`, reason),
  statuses: {
    open: 'In esame: non conta finché non è deciso.',
    upheld: 'È stata contestata e non conta.',
    rejected: 'È stata contestata; resta valida e conta.',
  },

  title: 'Valutazioni contestate',
  intro:
    'Una valutazione contestata non conta finché non ha deciso qualcuno che non sia il produttore. A nessuno si dice chi ha valutato.',
  open: (count, written) => (count === 1 ? '1 in esame' : `${written} in esame`),
  settled: (count, written) => (count === 1 ? '1 decisa' : `${written} decise`),
  nothing:
    'Nessuna valutazione è contestata. Un produttore può contestarne una accanto al commento, nella pagina di un contenuto.',
  noneOpen: 'Nulla attende una decisione.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `versione ${version}`,
  commentGone: 'Il commento non c’è più: è stato ritirato, modificato o cancellato.',
  settle: 'Decidi',
  question: 'Che cosa ne sarà della valutazione?',
  choices: { rejected: 'Resta valida', upheld: 'Escludila' },
  effects: { rejected: 'La valutazione torna a contare.', upheld: 'La valutazione non conterà mai più.' },
  save: 'Salva la decisione',
  settledMeanwhile: (now) => `Nel frattempo ha deciso qualcun altro. ${now}`,
  yourReason: (text) => `Avevi scritto: ${text}`,
  settleNote: 'Il produttore e i responsabili del contenuto leggono il motivo. Chi ha valutato vede la decisione.',

  loading: 'Caricamento delle valutazioni contestate…',
  failed: 'Non è stato possibile caricare le valutazioni contestate.',
  stale: 'Aggiornamento non riuscito; questo è ciò che si sapeva prima.',
  noClient: 'Nessun elenco: questa pagina non è collegata a Collateral.',
  tryAgain: 'Riprova',
  failures: {
    'not-signed-in': 'Accedi per continuare.',
    forbidden:
      'Non puoi farlo. Decide un responsabile del contenuto che non lo ha fatto e non ha contestato la valutazione.',
    'not-found': 'La valutazione o il suo commento non c’è più.',
    'network-failed': 'Il server non è raggiungibile.',
    'rate-limited': 'Troppe richieste. Attendi un momento.',
  },
  notSent: 'Non è stato salvato. Quello che hai scritto è ancora qui.',
};
