/** What a page gets from its own sign-in; the server of these pages takes this one. */
export const token = () => 'learner';
