import type { FigureStrings } from '../../shared/figure-strings.js';

const ratings = (count: number, written: string): string => (count === 1 ? '1 avaliação' : `${written} avaliações`);

/** The sentences around figures in Portuguese. */
export const strings: FigureStrings = {
  chart: {
    chart: 'gráfico',
    keys: 'As setas percorrem os valores, Escape sai deles.',
    nothingToDraw: 'Nada a desenhar: não há números deste período.',
    numbers: 'Números e método',
    howCounted: 'Como isto é contado?',
    nextRows: 'Linhas seguintes',
    previousRows: 'Linhas anteriores',
    rowsShown: (first, last, total) => `Linhas ${first} a ${last} de ${total}`,
  },

  range: (low, high) => `${low} a ${high}`,
  likely: (range) => `provavelmente ${range}`,
  outOf: (part, whole) => `${part} de ${whole}`,
  ratings,
  points: (written) => `${written} pontos`,
  early: 'Cedo demais',
  earlyDetail: (count, written) => `${ratings(count, written)}, poucas para uma nota`,
  hidden: 'Oculto',
  hiddenDetail: (minimum) => `Revelaria dados de menos de ${minimum} pessoas`,
  none: 'Sem dados',
  noChange: 'Sem mudança clara',
  change: (difference, likely) => (likely ? `${difference} (${likely})` : difference),
  changeUnknown: 'Nada com que comparar',
  countingBegan: (day) => `contagem desde ${day}`,
  beforeWas: (value) => `antes: ${value}`,

  methods: {
    'qualified-views':
      'Vezes em que esteve aberto e foi visto por três segundos ou mais; em meia hora cada pessoa conta uma vez.',
    'distinct-people': 'Cada pessoa conta uma vez.',
    downloads: 'Vezes em que foi baixado.',
    shares: 'Vezes em que foi compartilhado.',
    presentations: 'Vezes em que foi apresentado.',
    completions: 'Vezes em que alguém o concluiu.',
    wilson: 'Uma proporção, com o seu intervalo de 95 % segundo Wilson.',
    portion: 'Uma proporção de tudo o que existe, por isso sem intervalo.',
    newcombe: 'Diferença de duas proporções, com o seu intervalo de 95 % segundo Newcombe.',
    'dirichlet-mean':
      'Média das avaliações vigentes, puxada para o habitual enquanto são poucas, com o seu intervalo de 95 %.',
    'mean-difference':
      'Média das avaliações destes meses menos a de outros tantos meses antes, com o seu intervalo de 95 %.',
    'version-lift': 'Média desta versão menos a da anterior, com o seu intervalo de 95 %.',
    'active-time-per-view': 'Tempo em que foi visto, por visualização.',
    difference: 'Este período menos o anterior.',
  },
  method: (name) => `Método “${name}”; a fórmula está em docs/metrics.md.`,
  fraction: (part, whole) => `Contado: ${part} de ${whole}.`,
  observations: (count) => `Baseia-se em ${count} observações.`,
  fromTo: (days) => `Período: ${days}.`,
  allTime: 'Período: quando quer que tenha acontecido.',
  leftOut: (reasons) => `Não contado: ${reasons}.`,
  reasons: {
    'own-use': 'pelo próprio responsável',
    service: 'por serviços',
    automation: 'por programas',
    new: 'publicado há pouco tempo',
    retired: 'retirado',
    'no-audience': 'destinado a ninguém',
    'outside-audience': 'pessoas fora do público previsto',
    'not-yet-shown': 'avaliações mais novas, mostradas depois de mais três pessoas',
    'too-few-on-item': 'avaliações de conteúdos com poucas delas',
    'no-review-date': 'sem data de revisão',
    'items-with-hidden-viewers': 'conteúdos cujos leitores estão ocultos',
  },
  nothingLeftOut: 'Tudo foi contado.',

  course: (name) => `${name} ao longo do tempo`,
  courseSummary: (first, last, most, mostWhen) => `De ${first} a ${last}; o máximo foi ${most}, ${mostWhen}.`,
  courseOne: (value, when) => `${value}, ${when}.`,
  when: 'Quando',
  observationsHeading: 'Observações',
  intervalHeading: 'Provável',
};
