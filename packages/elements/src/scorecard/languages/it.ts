import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

const plural = (one: string, many: (written: string) => string) => (count: number, written: string) =>
  count === 1 ? one : many(written);

/** The sentences of a scorecard in Italian. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'Una quota con il suo intervallo al 95 % secondo Wilson; ciò che una persona fa spesso non vale come molte opinioni.',
    'kaplan-meier':
      'La mediana secondo Kaplan e Meier con il suo intervallo al 95 %: ciò che attende ancora conta come in attesa.',
    'kaplan-meier-at-least':
      'Meno della metà ha avuto risposta; della mediana si sa solo che supera quanto visto finora.',
    'kaplan-meier-open-end':
      'La mediana secondo Kaplan e Meier. Le risposte sono troppo poche per conoscere l’estremo alto del suo intervallo al 95 %.',
    'weighted-lift':
      'Differenza media delle nuove versioni da quelle prima, pesata sul lato più scarso, con il suo intervallo al 95 %.',
  },
  reasons: {
    disputed: 'contestate',
    'handed-over': 'passate di mano prima di una risposta',
    'late-ratings': 'versioni la cui precedente era ancora valutata dopo la loro uscita',
    'not-yet-due': 'non ancora in scadenza',
    thin: 'versioni con troppo poche valutazioni da un lato',
    'too-few-ratings': 'contenuti con troppo poche valutazioni',
    uneven: 'versioni valutate da persone troppo diverse',
    withdrawn: 'ritirate',
  },

  title: (name) => `Scheda dei risultati: ${name}`,
  organisation: 'l’organizzazione',
  covers: (days, before) => `${days}, a confronto con ${before}`,
  countedAt: (instant) => `contato ${instant}`,
  sides: { producing: 'Creare i contenuti', using: 'Usare i contenuti' },
  measures: {
    P1: {
      name: 'Tasso di utilizzo',
      counting: 'Contenuti usati da altri nel periodo, su quelli pubblicati da almeno 30 giorni.',
    },
    P3: {
      name: 'Valutazione rispetto all’obiettivo',
      counting:
        'Contenuti che raggiungono la valutazione obiettivo con una probabilità di almeno l’80 %, su quelli con valutazioni a sufficienza.',
    },
    P4: {
      name: 'Prima risposta',
      counting:
        'Giorni prima che metà dei suggerimenti avesse una risposta o una decisione del responsabile; quelli aperti contano.',
    },
    P5: {
      name: 'Risposte in tempo',
      counting: 'Suggerimenti con risposta entro la scadenza, su quelli in scadenza nel periodo.',
    },
    P6: {
      name: 'Risoluzione',
      counting: 'Suggerimenti realizzati o rifiutati con un motivo, su quelli fatti nel periodo e vecchi di 30 giorni.',
    },
    P7: {
      name: 'Guadagno delle nuove versioni',
      counting:
        'Quanto meglio sono valutate le nuove versioni rispetto a quelle prima, pesato sul numero di persone che le hanno valutate entrambe.',
    },
    P8: {
      name: 'Revisione scaduta',
      counting: 'Contenuti pubblicati oltre la data di revisione, su quelli che ne hanno una.',
    },
    P9: { name: 'Senza responsabile', counting: 'Contenuti senza responsabile, su quelli pubblicati.' },
    P10: {
      name: 'Seguito alle valutazioni basse',
      counting: 'Versioni valutate male seguite entro 45 giorni da una nuova versione o da un rifiuto motivato.',
    },
    P12: {
      name: 'Promesse mantenute',
      counting: 'Suggerimenti accettati e realizzati nel giorno promesso per primo, su quelli in scadenza nel periodo.',
    },
    T1: {
      name: 'Partecipazione',
      counting: 'Contenuti usati davvero e valutati entro 30 giorni, su quelli usati, persona per persona.',
    },
    T2: {
      name: 'Valutazioni costruttive',
      counting: 'Valutazioni basse che dicono perché, su tutte quelle basse.',
    },
    T3: {
      name: 'Uso dei contenuti obbligatori',
      counting: 'Persone che hanno usato un contenuto obbligatorio, su quelle per cui lo è, contenuto per contenuto.',
    },
  },
  howToRead:
    '«In miglioramento» e «in peggioramento» si dicono quando il cambiamento è più del caso, tenuto conto di quante domande pone una scheda. «Dati insufficienti» non è né bene né male.',

  atLeast: (value) => `almeno ${value}`,
  atMost: (value) => `al massimo ${value}`,
  orMore: (range) => `${range} o più`,
  from: plural('da 1 osservazione', (written) => `da ${written} osservazioni`),
  tooFew: (detail) => `${detail}: troppo poche per una cifra`,
  hiddenProducers: 'Rivelerebbe i risultati dei singoli produttori',
  verdicts: {
    met: 'raggiunto',
    missed: 'mancato',
    'not-enough-data': 'dati insufficienti',
    'no-target': 'Nessun obiettivo',
  },
  target: (value, verdict) => `Obiettivo ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Obiettivo: ${value}, ${days}; ne risponde ${owner}.${ofOrganisation ? ' È quello dell’organizzazione.' : ''}`,
  since: (day) => `dal ${day}`,
  setTarget: 'Fissa un obiettivo',
  changeTarget: 'Cambia l’obiettivo',
  allTargets: 'Obiettivi nel tempo',
  words: {
    improving: 'In miglioramento',
    worse: 'In peggioramento',
    'no-clear-change': 'Nessun cambiamento chiaro',
    'not-enough-data': 'Cambiamento: dati insufficienti',
  },
  before: (value) => `prima: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression:
    'Se la versione prima è stata rifatta perché valutata male, parte del guadagno è regressione verso la media.',
  behind: 'Che cosa c’è dietro',
  behindOf: (name) => `Che cosa c’è dietro: ${name}`,
  happened: 'Che cosa è successo in questo tempo',
  newVersions: plural('1 nuova versione', (written) => `${written} nuove versioni`),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day}: ${lift}`,
  handOvers: plural('1 contenuto ha cambiato mano', (written) => `${written} contenuti hanno cambiato mano`),
  handOver: (title, from, to, day) => `${title}: da ${from} a ${to}, ${day}`,
  nobody: 'nessuno',
  commitments: (promised, kept, late, open) =>
    `Promessi per questo periodo: ${promised}. Mantenuti: ${kept}, in ritardo: ${late}, ancora aperti: ${open}.`,

  evidenceItem: 'Contenuto',
  parts: { hit: 'sì', miss: 'no', open: 'ancora in attesa', excluded: 'non contato' },
  evidenceDays: 'Giorni',
  evidenceShown: (shown, total) => `${shown} di ${total}`,
  evidenceNone: 'Dietro non c’è nulla.',
  evidenceWithheld: (count, written) =>
    `${written} non ${count === 1 ? 'è elencato' : 'sono elencati'}: rivelerebbe i risultati dei singoli produttori.`,
  evidenceLoading: 'Caricamento dell’elenco…',
  evidenceFailed: 'Non è stato possibile caricare l’elenco.',
  more: 'Mostra altro',
  request: 'Una richiesta di nuovo contenuto',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'Nuove versioni',
  versionsMarked: plural('È segnata 1 nuova versione.', (written) => `Sono segnate ${written} nuove versioni.`),

  comparisons: { producer: 'Produttori a confronto', team: 'Team a confronto' },
  subjects: { producer: 'Produttore', team: 'Team' },
  measure: 'Misura',
  orderByName: 'In ordine di nome; non è una classifica.',
  orderOfPage: 'Nell’ordine di questa pagina; non è una classifica.',
  overlap:
    'Ogni barra mostra dove si trova probabilmente la cifra. Dove le barre si sovrappongono, una differenza può essere un caso.',
  opens: 'Un clic su una riga, o Invio, apre la sua scheda.',
  compared: (type, count, written) => {
    if (type === 'team') return `${written} team.`;
    return count === 1 ? '1 produttore.' : `${written} produttori.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Obiettivo ${counts}.`,
  evidenceHeading: 'Base',
  targetHeading: 'Obiettivo',
  changeHeading: 'Cambiamento',
  notShown: (count, written, minimum) =>
    `${count === 1 ? '1 altro non è mostrato' : `Altri ${written} non sono mostrati`}: meno di ${minimum} persone, o tradirebbero un gruppo così.`,
  nobodyToCompare: 'In questo periodo non c’è nessuno da confrontare, o nessuno di cui lei possa vedere le cifre.',
  back: 'Torna al confronto',

  loading: 'Caricamento della scheda…',
  nothingYet: 'Non è stato ancora contato nulla. Le cifre compaiono con le prime visite, valutazioni e suggerimenti.',
  failures: {
    'not-signed-in': 'Acceda per vedere questa scheda.',
    forbidden: 'Non può vedere questa scheda. I responsabili vedono quelle dei propri team e produttori.',
    'not-found': 'Questo produttore o team non esiste, o non può vederlo.',
    'network-failed': 'Non è stato possibile raggiungere il server.',
    'invalid-query': 'Non c’è una scheda per questo soggetto e periodo.',
  },
  failed: 'Non è stato possibile caricare la scheda.',
  stale: (instant) => `Aggiornamento non riuscito. Queste cifre sono di ${instant}.`,
  noClient: 'Nessuna scheda: questa pagina non è collegata a Collateral.',
  tryAgain: 'Riprova',
};
