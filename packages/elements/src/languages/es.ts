import type { Strings } from '../shared/strings.js';

const plurals = new Intl.PluralRules('es');
const counts: Readonly<Record<string, (n: string) => string>> = {
  one: (n) => `${n} valoración`,
  other: (n) => `${n} valoraciones`,
};
/** The sentences in Spanish. */
export const strings: Strings = {
  points: [
    { label: 'No sirve', anchor: 'incorrecto, anticuado o fuera de mensaje' },
    { label: 'Flojo', anchor: 'hubo que rehacer mucho' },
    { label: 'Aceptable', anchor: 'sirve con cambios' },
    { label: 'Bueno', anchor: 'usado tal cual, ayudó' },
    { label: 'Excelente', anchor: 'hizo avanzar la conversación' },
  ],
  pointName: (value, { label, anchor }) => `${value}, ${label}: ${anchor}`,
  pointLine: (value, { label, anchor }) => `${value} · ${label} — ${anchor}`,
  scaleHint: (low, lowest, high, highest) => `${low} ${lowest.label} … ${high} ${highest.label}`,
  rating: 'Valoración',
  required: 'Elija una valoración.',
  rated: (value, { label }) => `Su valoración: ${value}, ${label}`,
  ratedBefore: (version, value, current) => `Valoró ${version} con ${value}. ¿Valorar ${current ?? 'esta versión'}?`,
  outOf: (value, highest) => `${value} de ${highest}`,
  score: (mean, low, high) => `${mean} (probablemente de ${low} a ${high})`,
  count: (count, written) => counts[plurals.select(count)]?.(written) ?? written,
  tooFew: (count, written) => `${strings.count(count, written)} por ahora, muy pocas para una puntuación`,
  noRatings: 'Aún no hay valoraciones',
  hidden: 'Oculto para proteger a un grupo pequeño',
  loading: 'Cargando valoraciones…',
  loadFailed: 'No se pudieron cargar las valoraciones.',
  signIn: 'Inicie sesión para ver y dar valoraciones.',
  own: 'Este contenido es suyo; lo valoran los demás',
  otherScale: (asked, known) =>
    `Esta valoración pide la escala «${asked}», pero todo se valora con «${known}». No se muestra.`,
  saving: 'Guardando…',
  stored: 'Guardado en este dispositivo, se enviará',
  storedInMemory: 'Guardado en esta pestaña hasta que se envíe. Déjela abierta',
  waitsForSignIn: 'Sin enviar: nadie ha iniciado sesión. Si ya no está después de entrar, valore de nuevo',
  waitsForOwner:
    'Guardado en este dispositivo, sin enviar: otra persona ha iniciado sesión. Vuelva a entrar para enviarlo.',
  waitsForPermission:
    'Guardado en este dispositivo, sin enviar: no puede valorar desde esta página. Avise a sus responsables; no se pierde nada.',
  delivered: 'Enviado',
  withdrawn: 'Valoración retirada',
  notStored: 'No se guardó: este navegador no pudo almacenarlo.',
  refused: 'No se guardó: el servidor lo rechazó. Elija de nuevo o avise a los responsables de la página.',
  dropped: 'No se guardó: se descartó antes de poder enviarse.',
  noClient: 'No se puede guardar: esta página no está conectada a Collateral.',
  tryAgain: 'Reintentar',
  withdraw: 'Retirar',
  undo: 'Deshacer',
  addComment: 'Comentario',
  whyLow: '¿Cuál fue el problema?',
  comment: 'Comentario (opcional)',
  saveComment: 'Guardar comentario',
  askToRate: 'Acaba de usarlo. ¿Cómo lo valora?',
  notNow: 'Ahora no',
  reasons: {
    outdated: 'Anticuado',
    inaccurate: 'Inexacto',
    'wrong-audience': 'Público equivocado',
    'too-long': 'Demasiado largo',
    'hard-to-find': 'Difícil de encontrar',
    'off-message': 'Fuera de mensaje',
    unclear: 'Poco claro',
    other: 'Otro',
  },
};
