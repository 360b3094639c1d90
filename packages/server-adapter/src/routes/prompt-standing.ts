import type { PromptLimits, PromptStanding } from '@collateral/sdk/contract';
import { jsonReply } from '../request/json-reply.js';
import type { Fact } from '../store/fact.js';
import type { Route } from './route.js';

const dayMs = 86_400_000;

/**
 * Tells what the caller was asked lately on all their devices: a page without storage of its own (a frame of another site)
 * knows nothing else. Pages ask right before they would ask the person, so at most a few times a day.
 */
export const promptStanding: Route = {
  method: 'GET',
  path: '/v1/prompts',
  audience: 'signed-in',
  async answer(call) {
    const { tenant, actorId } = await call.signIn();
    const { prompts } = call.policy;
    const from = new Date(call.receivedAt - prompts.restDays * dayMs).toISOString();
    const facts: Fact[] = [];
    for await (const page of call.store.read(tenant, { types: ['prompt-response'], actorId, from }))
      facts.push(...page.facts);
    const reply: PromptStanding = { notBefore: notBefore(facts, prompts, call.receivedAt), recent: askedItems(facts) };
    return jsonReply(reply);
  },
};

function notBefore(facts: readonly Fact[], { perDay, restDays }: PromptLimits, now: number): string | null {
  const asked = timesOf(facts, 'asked').sort((one, other) => other - one);
  const dismissed = timesOf(facts, 'dismissed').map((time) => time + restDays * dayMs);
  // The request that has to be a day old before there is room for another one.
  const blocking = asked[perDay - 1];
  const until = Math.max(0, ...dismissed, ...(blocking === undefined ? [] : [blocking + dayMs]));
  return until > now ? new Date(until).toISOString() : null;
}

function timesOf(facts: readonly Fact[], answer: string): number[] {
  return facts.filter(({ detail }) => detail['answer'] === answer).map(({ effectiveAt }) => Date.parse(effectiveAt));
}

function askedItems(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.flatMap(({ collateralId }) => collateralId ?? []))];
}
