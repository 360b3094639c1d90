import type { SuggestionsWorld } from './suggestions-world.fixture.js';

/** Lets people suggest, vote, move, merge, hide and rate low, and says who may see what of it. */
export async function tellMuch(
  empty: SuggestionsWorld,
): Promise<{ readonly world: SuggestionsWorld; readonly expected: Readonly<Record<string, readonly string[]>> }> {
  const world = await empty.prepare();
  const ids: string[] = [];
  for (let number = 0; number < 14; number += 1)
    // Some of one moment, and none in the order of their ids.
    ids.push(await world.suggest(`p${number}`, `Idea ${number}`, { occurredAt: world.at(900 - ((number * 5) % 9)) }));
  const [
    first = '',
    second = '',
    third = '',
    fourth = '',
    fifth = '',
    sixth = '',
    target = '',
    taken = '',
    replied = '',
  ] = ids;
  for (const [index, id] of ids.entries())
    for (let voter = 0; voter < (index * 3) % 5; voter += 1) await world.vote(`v${voter}`, id);
  await world.move('paula', first, { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20' });
  await world.ship(second);
  await world.move('paula', third, { to: 'declined' });
  await world.done('paula', fourth, 'merge', { into: target });
  await world.done('paula', fifth, 'hide', { hidden: true });
  await world.done('paula', sixth, 'hide', { hidden: true });
  await world.done('paula', sixth, 'hide', { hidden: false, expect: 1 });
  await world.sendGood('p7', { id: world.id(), type: 'suggestion-withdrawal', suggestionId: taken });
  await world.reply('paula', replied, 'Thank you');
  await world.suggest('p0', 'About another item', { collateralId: 'sheet-7' });
  for (const person of ['a', 'b']) await world.rateLow(person, { tellOwner: true });
  const low = 'low:outdated:v1:deck-42';
  const seen = [...ids.filter((id) => ![fourth, fifth, taken].includes(id)), low];
  return { world, expected: { ana: seen, paula: [...seen, fifth], p4: [...seen, fifth], p7: seen } };
}
