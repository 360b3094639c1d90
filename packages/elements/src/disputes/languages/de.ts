import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}: ${reason}` : what);

/** The sentences about disputes in German. */
export const strings: DisputeStrings = {
  dispute: 'Diese Bewertung bestreiten',
  about: saying,
  reason: 'Warum?',
  effect:
    'Sie zählt nicht, bis jemand mit Leitungsaufgabe entschieden hat. Wer bewertet hat, erfährt es, ohne Namen. Ihren Grund lesen die, die den Inhalt verantworten.',
  disputeAgain: 'Noch einmal beanstanden',
  effectAgain:
    'Nur ein Grund, der noch nicht genannt wurde, öffnet den Fall wieder. Was entschieden ist, gilt, bis neu entschieden wird.',
  send: 'Bestreiten',
  cancel: 'Abbrechen',
  sending: 'Wird gesendet …',
  missingReason: 'Schreiben Sie, warum, mit höchstens 1000 Zeichen.',
  missingChoice: 'Wählen Sie, was aus ihr wird.',

  underReview: (day, reason) => saying(`In Prüfung seit ${day}`, reason),
  upheld: (day, reason) => saying(`Zählt nicht mehr, seit ${day}`, reason),
  rejected: (day, reason) => saying(`Sie bleibt gültig, entschieden am ${day}`, reason),
  because: (day, reason) => saying(`Bestritten am ${day}`, reason),
  statuses: {
    open: 'In Prüfung: Sie zählt nicht, bis das entschieden ist.',
    upheld: 'Sie wurde bestritten und zählt nicht.',
    rejected: 'Sie wurde bestritten; sie bleibt gültig und zählt.',
  },

  title: 'Bestrittene Bewertungen',
  intro:
    'Eine bestrittene Bewertung zählt nicht, bis jemand anderes als die Verantwortlichen entschieden hat. Wer bewertet hat, erfährt niemand.',
  open: (count, written) => (count === 1 ? '1 in Prüfung' : `${written} in Prüfung`),
  settled: (count, written) => (count === 1 ? '1 entschieden' : `${written} entschieden`),
  nothing:
    'Keine Bewertung ist bestritten. Wer einen Inhalt verantwortet, kann das auf seiner Seite neben einem Kommentar tun.',
  noneOpen: 'Nichts wartet auf eine Entscheidung.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `Version ${version}`,
  commentGone: 'Der Kommentar ist nicht mehr da: Er wurde zurückgenommen, geändert oder gelöscht.',
  settle: 'Entscheiden',
  question: 'Was soll aus der Bewertung werden?',
  choices: { rejected: 'Sie bleibt gültig', upheld: 'Sie zählt nicht' },
  effects: { rejected: 'Die Bewertung zählt wieder.', upheld: 'Die Bewertung zählt nie mehr.' },
  save: 'Entscheidung speichern',
  settledMeanwhile: (now) => `Inzwischen hat jemand anderes entschieden. ${now}`,
  yourReason: (text) => `Sie hatten geschrieben: ${text}`,
  settleNote:
    'Ihren Grund lesen die, die den Inhalt machen und verantworten. Wer bewertet hat, sieht, was entschieden wurde.',

  loading: 'Bestrittene Bewertungen werden geladen …',
  failed: 'Die bestrittenen Bewertungen konnten nicht geladen werden.',
  stale: 'Neu laden ging nicht; das ist, was vorher bekannt war.',
  noClient: 'Keine Liste: Diese Seite ist nicht mit Collateral verbunden.',
  tryAgain: 'Noch einmal versuchen',
  failures: {
    'not-signed-in': 'Melden Sie sich an, um fortzufahren.',
    forbidden:
      'Das dürfen Sie nicht. Es entscheidet, wer den Inhalt leitet und ihn weder gemacht noch die Bewertung bestritten hat.',
    'not-found': 'Die Bewertung oder ihr Kommentar ist nicht mehr da.',
    'network-failed': 'Der Server war nicht zu erreichen.',
    'rate-limited': 'Zu viele Anfragen. Warten Sie einen Augenblick.',
  },
  notSent: 'Es wurde nicht gespeichert. Was Sie geschrieben haben, ist noch da.',
};
