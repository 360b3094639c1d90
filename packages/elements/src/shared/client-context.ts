import { createContext, type Context } from '@lit/context';
import type { Client } from '@collateral/sdk';

/**
 * The name under which providers hand out the client. It is a registered symbol, so that elements and providers of two
 * copies of this package find each other.
 */
export const clientContext: Context<symbol, Client | undefined> = createContext(Symbol.for('collateral-client'));
