import type { FigureStrings } from '../../shared/figure-strings.js';

const ratings = (count: number, written: string): string => (count === 1 ? '1 valoración' : `${written} valoraciones`);

/** The sentences around figures in Spanish. */
export const strings: FigureStrings = {
  chart: {
    chart: 'gráfico',
    keys: 'Las flechas recorren los valores, Escape los deja.',
    nothingToDraw: 'Nada que dibujar: no hay cifras de este periodo.',
    numbers: 'Cifras y método',
    howCounted: '¿Cómo se cuenta esto?',
    nextRows: 'Filas siguientes',
    previousRows: 'Filas anteriores',
    rowsShown: (first, last, total) => `Filas ${first} a ${last} de ${total}`,
  },

  range: (low, high) => `${low} a ${high}`,
  likely: (range) => `probablemente ${range}`,
  outOf: (part, whole) => `${part} de ${whole}`,
  ratings,
  points: (written) => `${written} puntos`,
  early: 'Demasiado pronto',
  earlyDetail: (count, written) => `${ratings(count, written)}, muy pocas para una nota`,
  hidden: 'Oculto',
  hiddenDetail: (minimum) => `Revelaría datos de menos de ${minimum} personas`,
  none: 'Sin datos',
  noChange: 'Sin cambio claro',
  change: (difference, likely) => (likely ? `${difference} (${likely})` : difference),
  changeUnknown: 'Nada con qué comparar',
  countingBegan: (day) => `se cuenta desde el ${day}`,
  beforeWas: (value) => `antes: ${value}`,

  methods: {
    'qualified-views':
      'Veces que estuvo abierto y se miró tres segundos o más; en media hora cada persona cuenta una vez.',
    'distinct-people': 'Cada persona cuenta una vez.',
    downloads: 'Veces que se descargó.',
    shares: 'Veces que se compartió.',
    presentations: 'Veces que se presentó.',
    completions: 'Veces que alguien lo terminó.',
    wilson: 'Una proporción, con su intervalo del 95 % según Wilson.',
    portion: 'Una proporción de todo lo que hay, por eso sin intervalo.',
    newcombe: 'Diferencia de dos proporciones, con su intervalo del 95 % según Newcombe.',
    'dirichlet-mean':
      'Media de las valoraciones vigentes, acercada a lo habitual mientras hay pocas, con su intervalo del 95 %.',
    'mean-difference':
      'Media de las valoraciones de estos meses menos la de otros tantos meses antes, con su intervalo del 95 %.',
    'version-lift': 'Media de esta versión menos la de la anterior, con su intervalo del 95 %.',
    'active-time-per-view': 'Tiempo en que se miró, por vista.',
    difference: 'Este periodo menos el anterior.',
  },
  method: (name) => `Método «${name}»; la fórmula está en docs/metrics.md.`,
  fraction: (part, whole) => `Contado: ${part} de ${whole}.`,
  observations: (count) => `Se apoya en ${count} observaciones.`,
  fromTo: (days) => `Periodo: ${days}.`,
  allTime: 'Periodo: cuando quiera que ocurriera.',
  leftOut: (reasons) => `Sin contar: ${reasons}.`,
  reasons: {
    'own-use': 'por el responsable mismo',
    service: 'por servicios',
    automation: 'por programas',
    new: 'publicado hace muy poco',
    retired: 'retirado',
    'no-audience': 'destinado a nadie',
    'outside-audience': 'personas ajenas al público previsto',
    'not-yet-shown': 'valoraciones más nuevas, que se muestran tras otras tres personas',
    'too-few-on-item': 'valoraciones de contenidos con muy pocas',
    'no-review-date': 'sin fecha de revisión',
    'items-with-hidden-viewers': 'contenidos cuyos lectores están ocultos',
  },
  nothingLeftOut: 'Se contó todo.',

  course: (name) => `${name} en el tiempo`,
  courseSummary: (first, last, most, mostWhen) => `De ${first} a ${last}; el máximo fue ${most}, ${mostWhen}.`,
  courseOne: (value, when) => `${value}, ${when}.`,
  when: 'Cuándo',
  observationsHeading: 'Observaciones',
  intervalHeading: 'Probable',
};
