import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

const plural = (one: string, many: (written: string) => string) => (count: number, written: string) =>
  count === 1 ? one : many(written);

/** The sentences of a scorecard in Spanish. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'Una proporción con su intervalo del 95 % según Wilson; lo que una persona hace muchas veces no cuenta como muchas opiniones.',
    'kaplan-meier':
      'La mediana según Kaplan y Meier con su intervalo del 95 %: lo que aún espera cuenta como en espera.',
    'kaplan-meier-at-least':
      'Menos de la mitad tiene respuesta; de la mediana solo se sabe que supera lo visto hasta ahora.',
    'kaplan-meier-open-end':
      'La mediana según Kaplan y Meier. Hay muy pocas respuestas para conocer el extremo alto de su intervalo del 95 %.',
    'weighted-lift':
      'Diferencia media de las versiones nuevas con las anteriores, ponderada por el lado más escaso, con su intervalo del 95 %.',
  },
  reasons: {
    disputed: 'impugnadas',
    'handed-over': 'traspasadas antes de una respuesta',
    'late-ratings': 'versiones cuya anterior aún se valoraba tras su publicación',
    'not-yet-due': 'aún sin vencer',
    thin: 'versiones con muy pocas valoraciones en un lado',
    'too-few-ratings': 'contenidos con muy pocas valoraciones',
    uneven: 'versiones valoradas por personas demasiado distintas',
    withdrawn: 'retiradas',
  },

  title: (name) => `Cuadro de mando: ${name}`,
  organisation: 'la organización',
  covers: (days, before) => `${days}, comparado con ${before}`,
  countedAt: (instant) => `contado ${instant}`,
  sides: { producing: 'Crear contenidos', using: 'Usar contenidos' },
  measures: {
    P1: {
      name: 'Tasa de uso',
      counting: 'Contenidos que otros usaron en el periodo, de los publicados desde hace al menos 30 días.',
    },
    P3: {
      name: 'Valoración frente al objetivo',
      counting:
        'Contenidos que alcanzan la valoración objetivo con una probabilidad de al menos el 80 %, de los que tienen valoraciones suficientes.',
    },
    P4: {
      name: 'Primera respuesta',
      counting:
        'Días hasta que la mitad de las sugerencias tuvo una respuesta o decisión del responsable; las abiertas también cuentan.',
    },
    P5: {
      name: 'Respondidas a tiempo',
      counting: 'Sugerencias respondidas antes de su vencimiento, de las que vencían en el periodo.',
    },
    P6: {
      name: 'Resolución',
      counting: 'Sugerencias realizadas o rechazadas con motivo, de las hechas en el periodo y con 30 días de edad.',
    },
    P7: {
      name: 'Mejora de las versiones nuevas',
      counting:
        'Cuánto mejor se valoran las versiones nuevas que las anteriores, ponderado por cuántas personas valoraron ambas.',
    },
    P8: {
      name: 'Revisión vencida',
      counting: 'Contenidos publicados pasada su fecha de revisión, de los que tienen una.',
    },
    P9: { name: 'Sin responsable', counting: 'Contenidos sin responsable, de los publicados.' },
    P10: {
      name: 'Seguimiento de valoraciones bajas',
      counting: 'Versiones mal valoradas seguidas en 45 días de una versión nueva o un rechazo razonado.',
    },
    P12: {
      name: 'Promesas cumplidas',
      counting: 'Sugerencias aceptadas realizadas el día prometido primero, de las que vencían en el periodo.',
    },
    T1: {
      name: 'Participación',
      counting: 'Contenidos usados de verdad y valorados en 30 días, de los usados, persona por persona.',
    },
    T2: {
      name: 'Valoraciones constructivas',
      counting: 'Valoraciones bajas que dicen por qué, de todas las bajas.',
    },
    T3: {
      name: 'Uso de contenidos obligatorios',
      counting:
        'Personas que usaron un contenido obligatorio, de aquellas para las que lo es, contenido por contenido.',
    },
  },
  howToRead:
    '«Mejora» y «empeora» se dicen cuando el cambio es más que azar, teniendo en cuenta cuántas preguntas hace un cuadro. «Datos insuficientes» no es ni bueno ni malo.',

  atLeast: (value) => `al menos ${value}`,
  atMost: (value) => `como mucho ${value}`,
  orMore: (range) => `${range} o más`,
  from: plural('de 1 observación', (written) => `de ${written} observaciones`),
  tooFew: (detail) => `${detail}: muy pocas para una cifra`,
  hiddenProducers: 'Revelaría cómo le va a cada productor',
  verdicts: {
    met: 'alcanzado',
    missed: 'no alcanzado',
    'not-enough-data': 'datos insuficientes',
    'no-target': 'Sin objetivo',
  },
  target: (value, verdict) => `Objetivo ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Objetivo: ${value}, ${days}; responde ${owner}.${ofOrganisation ? ' Es el de la organización.' : ''}`,
  since: (day) => `desde el ${day}`,
  setTarget: 'Fijar un objetivo',
  changeTarget: 'Cambiar el objetivo',
  allTargets: 'Objetivos a lo largo del tiempo',
  words: {
    improving: 'Mejora',
    worse: 'Empeora',
    'no-clear-change': 'Sin cambio claro',
    'not-enough-data': 'Cambio: datos insuficientes',
  },
  before: (value) => `antes: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression:
    'Cuando la versión anterior se rehízo por estar mal valorada, parte de la mejora es regresión a la media.',
  behind: 'Qué hay detrás',
  behindOf: (name) => `Qué hay detrás: ${name}`,
  happened: 'Qué pasó en este tiempo',
  newVersions: plural('1 versión nueva', (written) => `${written} versiones nuevas`),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day}: ${lift}`,
  handOvers: plural('1 contenido cambió de manos', (written) => `${written} contenidos cambiaron de manos`),
  handOver: (title, from, to, day) => `${title}: de ${from} a ${to}, ${day}`,
  nobody: 'nadie',
  commitments: (promised, kept, late, open) =>
    `Prometido para este periodo: ${promised}. Cumplido: ${kept}, tarde: ${late}, aún abierto: ${open}.`,

  evidenceItem: 'Contenido',
  parts: { hit: 'sí', miss: 'no', open: 'aún espera', excluded: 'no contado' },
  evidenceDays: 'Días',
  evidenceShown: (shown, total) => `${shown} de ${total}`,
  evidenceNone: 'No hay nada detrás.',
  evidenceWithheld: (count, written) =>
    `${written} no ${count === 1 ? 'aparece' : 'aparecen'} en la lista: revelaría cómo le va a cada productor.`,
  evidenceLoading: 'Cargando la lista…',
  evidenceFailed: 'No se pudo cargar la lista.',
  more: 'Mostrar más',
  request: 'Una petición de contenido nuevo',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'Versiones nuevas',
  versionsMarked: plural('Hay 1 versión nueva marcada.', (written) => `Hay ${written} versiones nuevas marcadas.`),

  comparisons: { producer: 'Productores uno al lado del otro', team: 'Equipos uno al lado del otro' },
  subjects: { producer: 'Productor', team: 'Equipo' },
  measure: 'Medida',
  orderByName: 'Por orden de nombre; no es una clasificación.',
  orderOfPage: 'En el orden de esta página; no es una clasificación.',
  overlap:
    'Cada barra muestra dónde está probablemente la cifra. Donde las barras se solapan, una diferencia puede ser azar.',
  opens: 'Un clic en una fila, o Intro, abre su cuadro de mando.',
  compared: (type, count, written) => {
    if (type === 'team') return count === 1 ? '1 equipo.' : `${written} equipos.`;
    return count === 1 ? '1 productor.' : `${written} productores.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Objetivo ${counts}.`,
  evidenceHeading: 'Base',
  targetHeading: 'Objetivo',
  changeHeading: 'Cambio',
  notShown: (count, written, minimum) =>
    `${count === 1 ? '1 más no se muestra' : `${written} más no se muestran`}: menos de ${minimum} personas, o delatarían a un grupo así.`,
  nobodyToCompare: 'No hay a quién comparar en este periodo, o nadie cuyas cifras pueda ver.',
  back: 'Volver a la comparación',

  loading: 'Cargando el cuadro de mando…',
  nothingYet: 'Aún no se ha contado nada. Las cifras aparecen con las primeras vistas, valoraciones y sugerencias.',
  failures: {
    'not-signed-in': 'Inicie sesión para ver este cuadro de mando.',
    forbidden: 'No puede ver este cuadro de mando. Los responsables ven los de sus equipos y productores.',
    'not-found': 'No existe ese productor o equipo, o no puede verlo.',
    'network-failed': 'No se pudo contactar con el servidor.',
    'invalid-query': 'No hay cuadro de mando para esto en este periodo.',
  },
  failed: 'No se pudo cargar el cuadro de mando.',
  stale: (instant) => `No se pudo actualizar. Estas cifras son de ${instant}.`,
  noClient: 'Sin cuadro de mando: esta página no está conectada a Collateral.',
  tryAgain: 'Reintentar',
};
