// What a page pays that records views and ratings and brings its own way of sending.
import { createClient } from '@collateral/sdk/core';

const client = createClient({ endpoint: '/collateral', send: (url, init) => fetch(url, init) });
client.view({ collateralId: 'deck-42' });
void client.rate({ collateralId: 'deck-42', value: 4 });
