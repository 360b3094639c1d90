import type { CSSResult } from 'lit';
import { cardStyles } from './card-styles.js';
import { formStyles } from './form-styles.js';
import { threadStyles } from './thread-styles.js';

/** The look of suggestions, inbox and notices. */
export const conversationStyles: readonly CSSResult[] = [cardStyles, threadStyles, formStyles];
