import { CollateralError } from '@collateral/sdk';
import { expect } from 'chai';
import type { CollateralStatusEvent } from '../shared/events.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { mountRating, radios, settle, textOf } from '../testing/mount.fixture.js';

const statusOf = (rating: HTMLElement): string => textOf(rating, '[role="status"]');
const stalls = {
  'not-signed-in': 'Not sent: nobody is signed in. If it is gone after you sign in, rate again',
  'actor-changed': 'Saved on this device, not sent: somebody else is signed in. Sign in again as yourself to send it.',
  forbidden: 'Saved on this device, not sent: you may not rate from this page. Tell whoever runs it; nothing is lost.',
  'origin-refused':
    'Saved on this device, not sent: you may not rate from this page. Tell whoever runs it; nothing is lost.',
  'network-failed': 'Saved on this device, will be sent',
  'server-failed': 'Saved on this device, will be sent',
} as const;

describe('collateral-rating says what is in the way', () => {
  it('breaks no rule of axe while it does', async () => {
    const { rating, client } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    client.signal('stalled', { code: 'forbidden', message: '403', nextAttemptAt: null });
    await settle(rating);
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  for (const code of Object.keys(stalls) as (keyof typeof stalls)[]) {
    for (const isEarly of [true, false]) {
      it(`case 35: ${code}, told ${isEarly ? 'before' : 'after'} the rating was stored`, async () => {
        const { rating, client } = await mountRating();
        let open!: () => void;
        client.gate = new Promise((resolve) => (open = resolve));
        radios(rating)[3]!.click();
        if (!isEarly) open();
        await settle(rating);
        client.signal('stalled', { code, message: 'Stalled by the test.', nextAttemptAt: null });
        open();
        await settle(rating);
        expect(statusOf(rating)).to.equal(`You rated 4, Good. ${stalls[code]}`);
        expect(rating.shadowRoot!.textContent).not.to.contain(code);
      });
    }
  }

  it('case 35: an obstacle that is gone is not told any more', async () => {
    const { rating, client } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    for (const code of ['not-signed-in', 'network-failed'] as const) {
      client.signal('stalled', { code, message: 'Stalled by the test.', nextAttemptAt: null });
      await settle(rating);
    }
    expect(statusOf(rating)).to.equal('You rated 4, Good. Saved on this device, will be sent');
  });

  it('case 35: asks for a sign-in when ratings are only for people who are signed in', async () => {
    const client = new InMemoryClient();
    client.summaries.set('deck-42', new CollateralError('not-signed-in', '401'));
    const { rating } = await mountRating('summary', client);
    expect(statusOf(rating)).to.equal('Sign in to see and give ratings.');
    client.summaries.delete('deck-42');
    rating.shadowRoot!.querySelector('button')!.click();
    await settle(rating);
    expect([statusOf(rating), textOf(rating, '.score')]).to.deep.equal(['', 'No ratings yet']);
  });

  it('names the code of a refusal to the page and never to the person', async () => {
    const { rating, client } = await mountRating();
    const seen: CollateralStatusEvent[] = [];
    rating.addEventListener('collateral-status', (event) => seen.push(event));
    radios(rating)[3]!.click();
    await settle(rating);
    client.reject('deck-42', 'unknown-item');
    await settle(rating);
    expect([seen.at(-1)!.code, seen.at(-1)!.message]).to.deep.equal(['unknown-item', statusOf(rating)]);
    expect(statusOf(rating)).to.equal('Not saved: the server refused it. Choose again or tell whoever runs this page.');
  });
});
