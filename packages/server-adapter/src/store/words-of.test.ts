import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { searchText } from './search-text.js';
import { wordsOf } from './words-of.js';

describe('the words of a text', () => {
  test('are the same whatever their case, width and punctuation', () => {
    assert.deepEqual(wordsOf('Add an ROI slide, “please”!'), ['add', 'an', 'roi', 'slide', 'please']);
    assert.deepEqual(wordsOf('ＲＯＩ ﬁgures'), ['roi', 'figures']);
  });

  test('are found in languages that put no space between them', () => {
    const words = wordsOf('価格表を追加してください');
    assert.ok(words.includes('価格') && words.includes('追加'), words.join(' '));
  });

  test('come once each, in the order of their last use', () => {
    assert.deepEqual(wordsOf('roi slide with ROI'), ['slide', 'with', 'roi']);
  });

  test('are 200 at most, of 60 characters at most', () => {
    const many = Array.from({ length: 300 }, (_, number) => `w${number}`).join(' ');
    assert.equal(wordsOf(many).length, 200);
    assert.deepEqual(wordsOf('a'.repeat(100)), ['a'.repeat(60)]);
    assert.deepEqual(wordsOf('𝒜'.repeat(100)), ['a'.repeat(60)]);
    assert.deepEqual(wordsOf(' … !'), []);
  });
});

describe('what was searched for', () => {
  test('is the same text whatever its case, width and spaces', () => {
    assert.equal(searchText('  ＲＯＩ \n calculator\t'), 'roi calculator');
  });

  test('is cut at 200 characters and never inside one', () => {
    assert.equal(searchText('😀'.repeat(300)), '😀'.repeat(200));
  });
});
