import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { showableGroups, showableTeams, showableUnions } from './showable-teams.js';

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

  test('shows a group of teams only while no hidden team can be worked out from it, from all or from other groups', () => {
    const people = (first: number, count: number): ReturnType<typeof shares> =>
      shares(...Array.from({ length: count }, (_, index) => first + index));
    const teams = new Map<string | null, ReturnType<typeof shares>>([
      ['west', people(0, 6)],
      ['north', people(10, 3)],
      ['south', people(20, 3)],
      ['far', people(30, 4)],
      ['east', people(40, 9)],
    ]);
    const { shown } = showableTeams(teams, 5);
    assert.deepEqual([...shown].toSorted(), ['east', 'west']);
    const unions = (groups: Readonly<Record<string, readonly string[]>>): unknown => [
      ...showableUnions(new Map(Object.entries(groups)), teams, shown, 5),
    ];
    assert.deepEqual(unions({ americas: ['west', 'north'] }), [], 'less west it is the 3 of north');
    assert.deepEqual(
      unions({ americas: ['west', 'north', 'south'] }),
      [],
      'all less americas and east are the 4 of far',
    );
    assert.deepEqual(unions({ all: ['west', 'north', 'south', 'far', 'east'] }), ['all']);
    assert.deepEqual(unions({ americas: ['west'], asia: ['east'] }), ['americas', 'asia']);
    teams.set('far', people(30, 5));
    const wide = showableTeams(teams, 5).shown;
    const nested = new Map([
      ['americas', ['west', 'north', 'south']],
      ['both', ['west', 'north']],
    ]);
    assert.deepEqual(
      [...showableUnions(nested, teams, wide, 5)],
      ['americas'],
      'two groups beside each other, not inside',
    );
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
