import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}: ${reason}` : what);

/** The sentences about disputes in Spanish. */
export const strings: DisputeStrings = {
  dispute: 'Impugnar esta valoración',
  about: saying,
  reason: '¿Por qué?',
  effect:
    'No cuenta hasta que un responsable haya decidido. Se informa a quien valoró, sin nombres. Los responsables del contenido leen su motivo.',
  disputeAgain: 'Impugnar de nuevo',
  effectAgain: 'Solo un motivo nuevo vuelve a abrir el caso. Lo decidido vale hasta que se decida de nuevo.',
  send: 'Impugnar',
  cancel: 'Cancelar',
  sending: 'Enviando…',
  missingReason: 'Diga por qué, en 1000 caracteres como máximo.',
  missingChoice: 'Elija qué será de ella.',

  underReview: (day, reason) => saying(`En revisión desde el ${day}`, reason),
  upheld: (day, reason) => saying(`Excluida desde el ${day}`, reason),
  rejected: (day, reason) => saying(`Se mantiene, decidido el ${day}`, reason),
  because: (day, reason) => saying(`Impugnada el ${day}`, reason),
  statuses: {
    open: 'En revisión: no cuenta hasta que se decida.',
    upheld: 'Fue impugnada y no cuenta.',
    rejected: 'Fue impugnada; se mantiene y cuenta.',
  },

  title: 'Valoraciones impugnadas',
  intro:
    'Una valoración impugnada no cuenta hasta que decida alguien que no sea su productor. A nadie se le dice quién valoró.',
  open: (count, written) => (count === 1 ? '1 en revisión' : `${written} en revisión`),
  settled: (count, written) => (count === 1 ? '1 resuelta' : `${written} resueltas`),
  nothing:
    'No hay ninguna valoración impugnada. Un productor puede impugnar una junto a su comentario, en la página de un contenido.',
  noneOpen: 'Nada espera una decisión.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `versión ${version}`,
  commentGone: 'El comentario ya no está: se retiró, se cambió o se borró.',
  settle: 'Decidir',
  question: '¿Qué será de la valoración?',
  choices: { rejected: 'Se mantiene', upheld: 'Se excluye' },
  effects: { rejected: 'La valoración vuelve a contar.', upheld: 'La valoración no contará nunca más.' },
  save: 'Guardar la decisión',
  settledMeanwhile: (now) => `Otra persona decidió entretanto. ${now}`,
  yourReason: (text) => `Usted había escrito: ${text}`,
  settleNote: 'El productor y los responsables del contenido leen su motivo. Quien valoró ve lo que se decidió.',

  loading: 'Cargando las valoraciones impugnadas…',
  failed: 'No se pudieron cargar las valoraciones impugnadas.',
  stale: 'No se pudo actualizar; esto es lo que se sabía antes.',
  noClient: 'No hay lista: esta página no está conectada a Collateral.',
  tryAgain: 'Intentar de nuevo',
  failures: {
    'not-signed-in': 'Inicie sesión para continuar.',
    forbidden: 'No puede hacer esto. Decide un responsable del contenido que ni lo hizo ni impugnó la valoración.',
    'not-found': 'La valoración o su comentario ya no está.',
    'network-failed': 'No se pudo contactar con el servidor.',
    'rate-limited': 'Demasiadas solicitudes. Espere un momento.',
  },
  notSent: 'No se guardó. Lo que escribió sigue aquí.',
};
