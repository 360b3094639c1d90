import type { Strings } from '../shared/strings.js';

const plurals = new Intl.PluralRules('de');
const counts: Readonly<Record<string, (n: string) => string>> = {
  one: () => '1 Bewertung',
  other: (n) => `${n} Bewertungen`,
};
/** The sentences in German. */
export const strings: Strings = {
  points: [
    { label: 'Unbrauchbar', anchor: 'falsch, veraltet oder an der Botschaft vorbei' },
    { label: 'Schwach', anchor: 'musste stark überarbeitet werden' },
    { label: 'In Ordnung', anchor: 'mit Änderungen brauchbar' },
    { label: 'Gut', anchor: 'so verwendet, wie es ist, und es half' },
    { label: 'Ausgezeichnet', anchor: 'hat das Gespräch vorangebracht' },
  ],
  pointName: (value, { label, anchor }) => `${value}, ${label}: ${anchor}`,
  pointLine: (value, { label, anchor }) => `${value} · ${label} — ${anchor}`,
  scaleHint: (low, lowest, high, highest) => `${low} ${lowest.label} … ${high} ${highest.label}`,
  rating: 'Bewertung',
  required: 'Bitte eine Bewertung wählen.',
  rated: (value, { label }) => `Ihre Bewertung: ${value}, ${label}`,
  ratedNews: (rated, news) => `${rated}. ${news}`,
  ratedBefore: (version, value, current) =>
    `Sie haben ${version} mit ${value} bewertet. ${current ?? 'Diese Version'} bewerten?`,
  outOf: (value, highest) => `${value} von ${highest}`,
  score: (mean, low, high) => `${mean} (wahrscheinlich ${low} bis ${high})`,
  count: (count, written) => counts[plurals.select(count)]?.(written) ?? written,
  scoreOfCount: (score, count) => `${score}, ${count}`,
  tooFew: (count, written) => `bisher ${strings.count(count, written)}, zu wenige für eine Note`,
  noRatings: 'Noch keine Bewertungen',
  hidden: 'Verborgen, um eine kleine Gruppe zu schützen',
  loading: 'Bewertungen werden geladen …',
  loadFailed: 'Die Bewertungen konnten nicht geladen werden.',
  signIn: 'Melden Sie sich an, um Bewertungen zu sehen und abzugeben.',
  own: 'Das ist Ihr eigener Inhalt; bewertet wird er von anderen',
  otherScale: (asked, known) =>
    `Diese Bewertung verlangt die Skala „${asked}“, aber alles wird auf „${known}“ bewertet. Sie wird nicht angezeigt.`,
  saving: 'Wird gespeichert …',
  stored: 'Auf diesem Gerät gespeichert, wird gesendet',
  storedInMemory: 'Bleibt bis zum Senden in diesem Tab. Bitte offen lassen',
  waitsForSignIn: 'Nicht gesendet: niemand ist angemeldet. Fehlt die Bewertung nach der Anmeldung, bewerten Sie erneut',
  waitsForOwner:
    'Auf diesem Gerät gespeichert, nicht gesendet: jemand anderes ist angemeldet. Melden Sie sich wieder an, um zu senden.',
  waitsForPermission:
    'Auf diesem Gerät gespeichert, nicht gesendet: auf dieser Seite dürfen Sie nicht bewerten. Sagen Sie es den Betreibern; nichts geht verloren.',
  delivered: 'Gesendet',
  withdrawn: 'Bewertung zurückgezogen',
  notStored: 'Nicht gespeichert: dieser Browser konnte es nicht ablegen.',
  refused: 'Nicht gespeichert: der Server hat es abgelehnt. Wählen Sie neu oder sagen Sie es den Betreibern der Seite.',
  dropped: 'Nicht gespeichert: es wurde aufgegeben, bevor es gesendet werden konnte.',
  noClient: 'Kann nicht gespeichert werden: diese Seite ist nicht mit Collateral verbunden.',
  tryAgain: 'Erneut versuchen',
  withdraw: 'Zurückziehen',
  undo: 'Rückgängig',
  addComment: 'Kommentar',
  whyLow: 'Was war das Problem?',
  comment: 'Kommentar (freiwillig)',
  tellOwner: 'Meine Gründe jetzt an die Verantwortlichen senden',
  tellOwnerHint: 'Sonst warten sie, bis mehrere Personen denselben genannt haben. Ihr Name wird nicht gesendet.',
  saveComment: 'Kommentar speichern',
  askToRate: 'Sie haben das gerade genutzt. Wie gut war es?',
  notNow: 'Jetzt nicht',
  reasons: {
    outdated: 'Veraltet',
    inaccurate: 'Ungenau',
    'wrong-audience': 'Falsche Zielgruppe',
    'too-long': 'Zu lang',
    'hard-to-find': 'Schwer zu finden',
    'off-message': 'An der Botschaft vorbei',
    unclear: 'Unklar',
    other: 'Anderes',
  },
};
