/**
 * How people appear who suggest something or reply: by the name the host tells, by a made-up name that is the same on all of one
 * item, or not at all; then what they wrote waits until others wrote too, or a day, so that the time does not tell who it was.
 */
export const commentIdentities = ['named', 'pseudonymous', 'anonymous'] as const;

/** How people appear who suggest something or reply. */
export type CommentIdentity = (typeof commentIdentities)[number];
