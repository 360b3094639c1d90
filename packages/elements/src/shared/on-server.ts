import { isServer } from 'lit';

/** This code runs on a server, where nothing is around an element. Lit's own constant has the type of the build it is checked with. */
export const isOnServer: boolean = isServer;
