import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}: ${reason}` : what);

/** The sentences about disputes in Portuguese. */
export const strings: DisputeStrings = {
  dispute: 'Contestar esta avaliação',
  about: saying,
  reason: 'Porquê?',
  effect:
    'Não conta até um responsável decidir. Quem avaliou é informado, sem nomes. Os responsáveis pelo conteúdo leem o seu motivo.',
  disputeAgain: 'Contestar de novo',
  effectAgain: 'Só um motivo novo reabre o caso. O que foi decidido vale até que se decida de novo.',
  send: 'Contestar',
  cancel: 'Cancelar',
  sending: 'A enviar…',
  missingReason: 'Diga porquê, em até 1000 caracteres.',
  missingChoice: 'Escolha o que será dela.',

  underReview: (day, reason) => saying(`Em análise desde ${day}`, reason),
  upheld: (day, reason) => saying(`Excluída desde ${day}`, reason),
  rejected: (day, reason) => saying(`Mantém-se, decidido em ${day}`, reason),
  because: (day, reason) => saying(`Contestada em ${day}`, reason),
  statuses: {
    open: 'Em análise: não conta até haver decisão.',
    upheld: 'Foi contestada e não conta.',
    rejected: 'Foi contestada; mantém-se e conta.',
  },

  title: 'Avaliações contestadas',
  intro:
    'Uma avaliação contestada não conta até decidir alguém que não seja o produtor. A ninguém é dito quem avaliou.',
  open: (count, written) => (count === 1 ? '1 em análise' : `${written} em análise`),
  settled: (count, written) => (count === 1 ? '1 decidida' : `${written} decididas`),
  nothing:
    'Nenhuma avaliação está contestada. Um produtor pode contestar uma ao lado do comentário, na página de um conteúdo.',
  noneOpen: 'Nada espera uma decisão.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `versão ${version}`,
  commentGone: 'O comentário já não existe: foi retirado, alterado ou apagado.',
  settle: 'Decidir',
  question: 'O que será da avaliação?',
  choices: { rejected: 'Mantém-se', upheld: 'Excluir' },
  effects: { rejected: 'A avaliação volta a contar.', upheld: 'A avaliação nunca mais conta.' },
  save: 'Guardar a decisão',
  settledMeanwhile: (now) => `Entretanto outra pessoa decidiu. ${now}`,
  yourReason: (text) => `Tinha escrito: ${text}`,
  settleNote: 'O produtor e os responsáveis pelo conteúdo leem o seu motivo. Quem avaliou vê o que foi decidido.',

  loading: 'A carregar avaliações contestadas…',
  failed: 'Não foi possível carregar as avaliações contestadas.',
  stale: 'Não foi possível atualizar; isto é o que se sabia antes.',
  noClient: 'Sem lista: esta página não está ligada ao Collateral.',
  tryAgain: 'Tentar de novo',
  failures: {
    'not-signed-in': 'Inicie sessão para continuar.',
    forbidden: 'Não pode fazer isto. Decide um responsável pelo conteúdo que não o fez nem contestou a avaliação.',
    'not-found': 'A avaliação ou o comentário já não existe.',
    'network-failed': 'Não foi possível contactar o servidor.',
    'rate-limited': 'Demasiados pedidos. Aguarde um momento.',
  },
  notSent: 'Não foi guardado. O que escreveu continua aqui.',
};
