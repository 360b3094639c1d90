// What a page pays that records views and ratings without the elements.
import { createClient } from '@collateral/sdk';

const client = createClient({ endpoint: '/collateral' });
client.view({ collateralId: 'deck-42' });
void client.rate({ collateralId: 'deck-42', value: 4 });
