/** The version of this package; a test checks that it agrees with package.json. */
export const packageVersion = '0.1.0';
