import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

const plural = (one: string, many: (written: string) => string) => (count: number, written: string) =>
  count === 1 ? one : many(written);

/** The sentences of a scorecard in Portuguese. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'Uma proporção com seu intervalo de 95 % segundo Wilson; o que uma pessoa faz muitas vezes não conta como muitas opiniões.',
    'kaplan-meier':
      'A mediana segundo Kaplan e Meier com seu intervalo de 95 %: o que ainda espera conta como em espera.',
    'kaplan-meier-at-least':
      'Menos da metade tem resposta; da mediana só se sabe que é maior do que o visto até agora.',
    'kaplan-meier-open-end':
      'A mediana segundo Kaplan e Meier. Há respostas de menos para conhecer o extremo alto do seu intervalo de 95 %.',
    'weighted-lift':
      'Diferença média das novas versões para as anteriores, ponderada pelo lado mais escasso, com seu intervalo de 95 %.',
  },
  reasons: {
    disputed: 'contestadas',
    'handed-over': 'repassadas antes de uma resposta',
    'late-ratings': 'versões cuja anterior ainda era avaliada depois de saírem',
    'not-yet-due': 'ainda dentro do prazo',
    thin: 'versões com avaliações de menos de um lado',
    'too-few-ratings': 'conteúdos com avaliações de menos',
    uneven: 'versões avaliadas por pessoas diferentes demais',
    withdrawn: 'retiradas',
  },

  title: (name) => `Painel de desempenho: ${name}`,
  organisation: 'a organização',
  covers: (days, before) => `${days}, comparado com ${before}`,
  countedAt: (instant) => `contado ${instant}`,
  sides: { producing: 'Criar conteúdos', using: 'Usar conteúdos' },
  measures: {
    P1: {
      name: 'Taxa de uso',
      counting: 'Conteúdos que outros usaram no período, entre os publicados há pelo menos 30 dias.',
    },
    P3: {
      name: 'Avaliação frente à meta',
      counting:
        'Conteúdos que alcançam a avaliação da meta com probabilidade de pelo menos 80 %, entre os com avaliações suficientes.',
    },
    P4: {
      name: 'Primeira resposta',
      counting:
        'Dias até que metade das sugestões tivesse uma resposta ou decisão do responsável; as abertas também contam.',
    },
    P5: {
      name: 'Respondidas a tempo',
      counting: 'Sugestões respondidas até o prazo, entre as que venciam no período.',
    },
    P6: {
      name: 'Resolução',
      counting: 'Sugestões realizadas ou recusadas com motivo, entre as feitas no período e com 30 dias de idade.',
    },
    P7: {
      name: 'Ganho das novas versões',
      counting:
        'Quanto melhor as novas versões são avaliadas do que as anteriores, ponderado por quantas pessoas avaliaram ambas.',
    },
    P8: {
      name: 'Revisão vencida',
      counting: 'Conteúdos publicados além da data de revisão, entre os que têm uma.',
    },
    P9: { name: 'Sem responsável', counting: 'Conteúdos sem responsável, entre os publicados.' },
    P10: {
      name: 'Resposta a avaliações baixas',
      counting: 'Versões mal avaliadas seguidas em 45 dias de uma nova versão ou de uma recusa justificada.',
    },
    P12: {
      name: 'Promessas cumpridas',
      counting: 'Sugestões aceitas e realizadas no dia prometido primeiro, entre as que venciam no período.',
    },
    T1: {
      name: 'Participação',
      counting: 'Conteúdos usados de verdade e avaliados em 30 dias, entre os usados, pessoa por pessoa.',
    },
    T2: {
      name: 'Avaliações construtivas',
      counting: 'Avaliações baixas que dizem por quê, entre todas as baixas.',
    },
    T3: {
      name: 'Uso de conteúdos obrigatórios',
      counting: 'Pessoas que usaram um conteúdo obrigatório, entre aquelas para quem ele é, conteúdo por conteúdo.',
    },
  },
  howToRead:
    '“Melhorando” e “piorando” são ditos quando a mudança é mais do que acaso, levando em conta quantas perguntas um painel faz. “Dados insuficientes” não é bom nem ruim.',

  atLeast: (value) => `pelo menos ${value}`,
  atMost: (value) => `no máximo ${value}`,
  orMore: (range) => `${range} ou mais`,
  from: plural('de 1 observação', (written) => `de ${written} observações`),
  tooFew: (detail) => `${detail}: poucas demais para um número`,
  hiddenProducers: 'Revelaria os resultados de cada produtor',
  verdicts: {
    met: 'alcançada',
    missed: 'não alcançada',
    'not-enough-data': 'dados insuficientes',
    'no-target': 'Sem meta',
  },
  target: (value, verdict) => `Meta ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Meta: ${value}, ${days}; ${owner} responde por ela.${ofOrganisation ? ' É a da organização.' : ''}`,
  since: (day) => `desde ${day}`,
  setTarget: 'Definir uma meta',
  changeTarget: 'Alterar a meta',
  allTargets: 'Metas ao longo do tempo',
  words: {
    improving: 'Melhorando',
    worse: 'Piorando',
    'no-clear-change': 'Sem mudança clara',
    'not-enough-data': 'Mudança: dados insuficientes',
  },
  before: (value) => `antes: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression: 'Quando a versão anterior foi refeita por ser mal avaliada, parte do ganho é regressão à média.',
  behind: 'O que está por trás',
  behindOf: (name) => `O que está por trás: ${name}`,
  happened: 'O que aconteceu neste tempo',
  newVersions: plural('1 nova versão', (written) => `${written} novas versões`),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day}: ${lift}`,
  handOvers: plural('1 conteúdo mudou de mãos', (written) => `${written} conteúdos mudaram de mãos`),
  handOver: (title, from, to, day) => `${title}: de ${from} para ${to}, ${day}`,
  nobody: 'ninguém',
  commitments: (promised, kept, late, open) =>
    `Prometidas para este período: ${promised}. Cumpridas: ${kept}, atrasadas: ${late}, ainda abertas: ${open}.`,

  evidenceItem: 'Conteúdo',
  parts: { hit: 'sim', miss: 'não', open: 'ainda espera', excluded: 'não contado' },
  evidenceDays: 'Dias',
  evidenceShown: (shown, total) => `${shown} de ${total}`,
  evidenceNone: 'Não há nada por trás.',
  evidenceWithheld: (count, written) =>
    `${written} não ${count === 1 ? 'está listado' : 'estão listados'}: isso revelaria os resultados de cada produtor.`,
  evidenceLoading: 'Carregando a lista…',
  evidenceFailed: 'Não foi possível carregar a lista.',
  more: 'Mostrar mais',
  request: 'Um pedido de novo conteúdo',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'Novas versões',
  versionsMarked: plural('1 nova versão está marcada.', (written) => `${written} novas versões estão marcadas.`),

  comparisons: { producer: 'Produtores lado a lado', team: 'Equipes lado a lado' },
  subjects: { producer: 'Produtor', team: 'Equipe' },
  measure: 'Medida',
  orderByName: 'Na ordem dos nomes; não é uma classificação.',
  orderOfPage: 'Na ordem desta página; não é uma classificação.',
  overlap:
    'Cada barra mostra onde o número provavelmente está. Onde as barras se sobrepõem, uma diferença pode ser acaso.',
  opens: 'Um clique em uma linha, ou Enter, abre o painel dela.',
  compared: (type, count, written) => {
    if (type === 'team') return count === 1 ? '1 equipe.' : `${written} equipes.`;
    return count === 1 ? '1 produtor.' : `${written} produtores.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Meta ${counts}.`,
  evidenceHeading: 'Base',
  targetHeading: 'Meta',
  changeHeading: 'Mudança',
  notShown: (count, written, minimum) =>
    `${count === 1 ? 'Mais 1 não é mostrado' : `Mais ${written} não são mostrados`}: menos de ${minimum} pessoas, ou entregariam um grupo assim.`,
  nobodyToCompare: 'Não há ninguém a comparar neste período, ou ninguém cujos números você possa ver.',
  back: 'Voltar à comparação',

  loading: 'Carregando o painel…',
  nothingYet: 'Nada foi contado ainda. Os números aparecem com as primeiras visualizações, avaliações e sugestões.',
  failures: {
    'not-signed-in': 'Entre para ver este painel.',
    forbidden: 'Você não pode ver este painel. Gestores veem os de suas equipes e produtores.',
    'not-found': 'Esse produtor ou equipe não existe, ou você não pode vê-lo.',
    'network-failed': 'Não foi possível alcançar o servidor.',
    'invalid-query': 'Não há painel para isto neste período.',
  },
  failed: 'Não foi possível carregar o painel.',
  stale: (instant) => `Não foi possível atualizar. Estes números são de ${instant}.`,
  noClient: 'Sem painel: esta página não está ligada ao Collateral.',
  tryAgain: 'Tentar de novo',
};
