import type { Metric, Scorecard } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeReport } from './write-report.js';

const days = { period: '2026-Q2', firstDay: '2026-04-01', lastDay: '2026-06-30', timeZone: 'UTC' };
const metric: Metric = {
  value: null,
  n: null,
  interval: null,
  window: null,
  excluded: [],
  method: 'wilson',
  state: 'hidden',
};
const scorecard: Scorecard = {
  asOf: '2026-07-10T09:00:00.000Z',
  window: days,
  previousWindow: days,
  minimumGroup: 5,
  targetRating: 3.5,
  subject: { type: 'team', id: 'west', name: '<b>West</b> & "Co"' },
  measures: [],
  versions: [],
  handOvers: [],
  commitments: null,
  maySetTargets: false,
};
const one = {
  id: 'T1',
  previous: null,
  change: null,
  target: null,
  verdict: 'not-enough-data',
  words: 'not-enough-data',
  trend: [],
} as const;

describe('a report', () => {
  test('shows names as they are written and never as markup', () => {
    const { html, text } = writeReport(scorecard);
    assert.ok(html.includes('&lt;b&gt;West&lt;/b&gt; &amp; &quot;Co&quot;') && !html.includes('<b>'));
    assert.ok(text.startsWith('Scorecard: <b>West</b> & "Co", 2026-04-01 to 2026-06-30\n'));
  });

  test('has each name on one line, so that none can add lines to a mail or its head', () => {
    const subject = { ...scorecard.subject, name: 'West\r\nBcc: all@example.com' };
    const from = { id: 'a', name: 'A' };
    const handOvers = [
      { collateralId: 'x', title: 'Deck\n- Promised 9', from, to: null, at: '2026-06-01T12:00:00.000Z' },
    ];
    const { title, text } = writeReport({ ...scorecard, subject, handOvers });
    assert.equal(title, 'Scorecard: West Bcc: all@example.com, 2026-04-01 to 2026-06-30');
    assert.match(text, /\n- Deck - Promised 9 went from A to nobody on 2026-06-01\.\n$/);
  });

  test('tells days in the zone in which the period begins', () => {
    const window = { ...days, timeZone: 'Europe/Berlin' };
    const moved = { collateralId: 'x', title: 'Deck', from: null, to: null, at: '2026-05-31T22:30:00.000Z' };
    const { text } = writeReport({ ...scorecard, window, handOvers: [moved] });
    assert.match(text, /on 2026-06-01\./);
  });

  test('says why there is no figure', () => {
    const text = (changes: Partial<Metric>): string =>
      writeReport({ ...scorecard, measures: [{ ...one, metric: { ...metric, ...changes } }] }).text;
    assert.match(text({}), /Now: hidden: too few people\n {2}Target: not enough data\n {2}Change: not enough data/);
    assert.match(text({ state: 'early', n: 3 }), /too little data for a figure/);
    assert.match(text({ state: 'none', n: 0 }), /nothing to count/);
  });

  test('says "at least" where the median is not reached yet', () => {
    const waits: Metric = {
      ...metric,
      state: 'ok',
      value: 20,
      n: 7,
      interval: [4, 20],
      method: 'kaplan-meier-at-least',
    };
    const { text } = writeReport({ ...scorecard, measures: [{ ...one, id: 'P4', metric: waits }] });
    assert.match(text, /Now: at least 20\.0 days \(likely 4\.0 days to 20\.0 days or more\), from 7/);
  });
});
