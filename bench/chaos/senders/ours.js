// Collateral with its defaults. `token` is used by one scenario only.
import { createClient } from '@collateral/sdk';

const query = new URLSearchParams(location.search);
const tokens = ['old', 'new'];
const client = createClient({
  endpoint: '/collect/ours',
  ...(query.has('token') && { token: () => tokens.shift() ?? 'new' }),
});
// Only a page that asked for nothing yet reads who it is; waiting for it makes scenarios begin alike.
await client.config().catch(() => undefined);
window.client = client;
window.track = (marker, payload) =>
  client.track(
    payload
      ? { type: 'usage', action: 'search', query: `${marker} ${payload}`.slice(0, 2_000), results: 0 }
      : { type: 'usage', action: 'share', collateralId: marker },
  );
