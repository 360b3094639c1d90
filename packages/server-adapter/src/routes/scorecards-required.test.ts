import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

describe('the use of what is required of a group', () => {
  test('is that of the people of its teams', async () => {
    const world = new ScorecardWorld(createMemoryStore()).on('01-10');
    await world.groups(
      { id: 'sales', name: 'All of sales', size: 20, teams: ['west', 'east'] },
      { id: 'west', name: 'West', size: 9 },
      { id: 'east', name: 'East', size: 11 },
    );
    await world.items({ id: 'module', requiredFor: ['sales'] }, { id: 'guide', requiredFor: ['west'] });
    world.on('05-04');
    for (const person of ['w1', 'w2', 'w3']) await world.view(person, 'west', 'module');
    await world.view('e1', 'east', 'module');
    await world.view('x1', 'other', 'module');
    await world.view('w1', 'west', 'guide');
    world.on('06-20');
    assert.deepEqual(await world.share('T3', '?subject=team&id=sales'), [4, 20]);
    assert.deepEqual(await world.share('T3', '?subject=team&id=west'), [1, 9]);
    assert.deepEqual(await world.share('T3', ''), [5, 29]);
    // Two who changed from one team to the other go on as the people they were.
    for (const person of ['w2', 'w3']) await world.view(person, 'east', 'module');
    world.on('06-22');
    assert.deepEqual(await world.share('T3', '?subject=team&id=sales'), [4, 20]);
  });
});
