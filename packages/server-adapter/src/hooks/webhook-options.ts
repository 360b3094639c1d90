import { CollateralError } from '@collateral/sdk/contract';
import type { NoticeNews, TransitionNews } from './news.js';
import { decodeSecret } from './sign-webhook.js';

const newsTypes = ['suggestion.moved', 'notice.created'] as const;

/** An address of the host that wants to be told. */
export interface Webhook {
  /** `https:`; `http:` on the same machine only. */
  readonly url: string;
  /** `whsec_` and 24 to 64 random bytes in base64; the receiver checks signatures with it (Standard Webhooks 1.0). */
  readonly secret: string;
  /** What it is told. `notice.created` names the people to tell, so it has to be the host's own system. @defaultValue `suggestion.moved` only */
  readonly types?: readonly (NoticeNews | TransitionNews)['type'][];
}

/** @throws CollateralError `invalid-option` naming what is wrong. */
export function checkWebhooks(webhooks: readonly Webhook[]): readonly Required<Webhook>[] {
  if (!Array.isArray(webhooks)) refuse('webhooks', 'a list of {url, secret}', typeof webhooks);
  return webhooks.map(({ url, secret, types = ['suggestion.moved'] }: Webhook) => {
    if (!isSafe(url)) refuse('webhooks.url', 'an https address, or an http one of this machine', url);
    decodeSecret(secret);
    for (const type of types)
      if (!newsTypes.includes(type)) refuse('webhooks.types', `some of ${newsTypes.join(', ')}`, type);
    return { url, secret, types };
  });
}

function isSafe(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function refuse(name: string, expected: string, got: unknown): never {
  throw new CollateralError('invalid-option', `${name} must be ${expected}, got ${JSON.stringify(got)}.`);
}
