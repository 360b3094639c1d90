import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { showableGroups, showableTeams } from './showable-teams.js';

const team = (id: string, people: number): Parameters<typeof showableGroups>[0][number] => ({ id, people, teams: [] });
const shares = (...people: readonly number[]): { person: number; numerator: number; denominator: number }[] =>
  people.map((person) => ({ person, numerator: 1, denominator: 1 }));

describe('which teams are shown', () => {
  test('counts somebody who changed between two small teams once', () => {
    const teams = new Map([
      ['west', shares(1, 2, 3, 4, 5, 6)],
      ['tiny', shares(7, 8, 9)],
      ['small', shares(7, 8, 9)],
    ]);
    assert.deepEqual([...showableTeams(teams, 5).shown], []);
    teams.set('small', shares(9, 10, 11));
    assert.deepEqual([...showableTeams(teams, 5).shown], ['west']);
  });

  test('leaves nothing over of a group but what is about enough people', () => {
    const sales = { id: 'sales', people: 12, teams: ['west', 'east'] };
    const shown = (...groups: Parameters<typeof showableGroups>[0]): unknown =>
      [...showableGroups(groups, 5)].toSorted();
    assert.deepEqual(shown(sales, team('west', 9)), ['sales'], 'sales less west are the 3 of east');
    assert.deepEqual(shown(sales, team('west', 6), team('east', 6)), ['east', 'sales', 'west']);
    assert.deepEqual(shown({ ...sales, people: 16 }, team('west', 8), team('east', 6)), ['sales', 'west']);
    assert.deepEqual(shown({ ...sales, people: 20 }, team('west', 9)), ['sales', 'west']);
  });
});
