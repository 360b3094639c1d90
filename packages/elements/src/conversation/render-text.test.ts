import { expect } from 'chai';
import { render } from 'lit';
import type { SuggestionDetail } from '@collateral/sdk/contract';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { detailOf, idOf } from '../testing/in-memory-conversation.fixture.js';
import { mountTalk } from '../testing/mount-conversation.fixture.js';
import { until } from '../testing/until.fixture.js';
import { injections } from './injections.fixture.js';
import { renderText } from './render-text.js';

function draw(text: string): HTMLElement {
  const place = document.createElement('p');
  render(renderText(text), place);
  document.body.append(place);
  return place;
}

const linksOf = (place: ParentNode): string[] => [...place.querySelectorAll('a')].map(({ href }) => href);

describe('what people wrote', () => {
  const safe: readonly [text: string, links: readonly string[]][] = [
    ['See https://a.example/x?y=1#z.', ['https://a.example/x?y=1#z']],
    ['(http://a.example/b)', ['http://a.example/b']],
    ['Write to mailto:ann@a.example, please', ['mailto:ann@a.example']],
    ['https://a.example\nhttps://b.example', ['https://a.example/', 'https://b.example/']],
    ['ftp://a.example file:///etc tel:112 www.a.example', []],
    ['https://', []],
    ['xhttps://a.example', []],
    ['https://a.example/\u202egpj.exe', ['https://a.example/']],
  ];
  for (const [text, links] of safe) {
    it(`links ${links.length} addresses in ${JSON.stringify(text)}, and every letter stays`, () => {
      const place = draw(text);
      expect(linksOf(place)).to.deep.equal(links);
      expect(place.textContent).to.equal(text);
      for (const link of place.querySelectorAll('a')) {
        expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer nofollow ugc']);
      }
    });
  }

  describe('case 43: is shown as text in every place, whatever it looks like', () => {
    it('names sixty ways to smuggle something in', () => {
      expect(new Set(injections.map(([, text]) => text)).size).to.equal(60);
    });

    for (const [name, text] of injections) {
      it(name, async () => {
        const client = new InMemoryClient();
        const author = { name: text, team: text, mine: false };
        const choice = { id: 'ann', name: text };
        const detail: SuggestionDetail = detailOf(idOf(1), {
          body: text,
          title: text,
          version: text,
          author,
          place: { quote: text },
          assignee: choice,
          hidden: { reason: text },
          replies: [
            {
              replyId: idOf(2),
              body: text,
              author,
              fromOwner: true,
              createdAt: '2026-06-01T09:00:00.000Z',
              hidden: null,
            },
          ],
          replyCount: 1,
          history: [
            {
              type: 'transition',
              at: '2026-06-01T09:00:00.000Z',
              by: { name: text, role: 'producer', mine: false },
              from: 'new',
              to: 'accepted',
              reason: text,
              assignee: choice,
            },
          ],
          related: [{ suggestionId: idOf(3), body: text, reason: null, status: 'duplicate', supporters: 1 }],
        });
        client.details.set(idOf(1), detail);
        client.frame = { ...client.frame, you: { name: text, team: null }, gaps: [{ query: text, searches: 3 }] };
        const { root, element } = await mountTalk('collateral-suggestions', 'collateral-id="deck-42"', client);
        root.querySelector<HTMLButtonElement>('[data-open]')!.click();
        await until(() => root.querySelector('.history') !== null);
        await element.updateComplete;

        expect(root.querySelector('.text')!.textContent).to.equal(text);
        expect(root.querySelector('.replies .text')!.textContent).to.equal(text);
        expect(root.querySelector('.history')!.textContent).to.contain(text);
        const foreign =
          'script, img, iframe, object, embed, base, meta, link, style, video, audio, math, form:not(.box), collateral-provider';
        expect(root.querySelectorAll(foreign).length).to.equal(0);
        const handlers = [...root.querySelectorAll('*')]
          .flatMap((each) => each.getAttributeNames())
          .filter((each) => each.startsWith('on'));
        expect(handlers).to.deep.equal([]);
        for (const href of linksOf(root)) expect(href).to.match(/^(https?:\/\/a\.example\/|mailto:)/);
        expect(Reflect.has(window, 'hit')).to.equal(false);
      });
    }
  });
});
