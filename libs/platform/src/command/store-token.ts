/** Under this the open store is injected. */
export const STORE = Symbol('STORE');
