import { html, type TemplateResult } from 'lit';

// An address stands by itself, not within a word or another address. What may follow a scheme: no spaces, quotes, brackets of markup, controls, or characters that turn the direction of text.
const link =
  /(?<![\w:])(?:https?:\/\/|mailto:)[^\s<>"'`\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gi;

/**
 * Draws what somebody wrote: as text, with its line breaks. Addresses of the web and of mail become links, everything else
 * stays letters, whatever it looks like.
 */
export function renderText(text: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(link)) {
    // The end of a sentence is not part of an address.
    const address = found.replace(/[.,;:!?)\]}]+$/, '');
    const href = safeAddress(address);
    if (!href) continue;
    parts.push(
      text.slice(from, index),
      html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${address}</a>`,
    );
    from = index + address.length;
  }
  return [...parts, text.slice(from)];
}

/** The address as the browser understands it, unless it is another scheme or pretends to be another host. */
function safeAddress(address: string): string | null {
  try {
    const { protocol, username, password, href } = new URL(address);
    const isSafe = ['http:', 'https:', 'mailto:'].includes(protocol) && !username && !password;
    return isSafe ? href : null;
  } catch {
    // It only looks like one.
    return null;
  }
}
