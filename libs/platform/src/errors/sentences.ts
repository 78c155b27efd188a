import type { Finding } from '../rules/index.js';
import { type Locale, type Messages, sentence } from './messages.js';

export const SENTENCES = Symbol('SENTENCES');

/** The whole catalogue: the sentences of the ground and of every feature. */
export class Sentences {
  constructor(readonly messages: Messages) {}

  /** Puts findings into words of one language. */
  findings(locale: Locale): (findings: readonly Finding[]) => { field: string; code: string; message: string }[] {
    return (findings) =>
      findings.map(({ field, code, params }) => ({
        field,
        code,
        message: sentence(this.messages, locale, code, params),
      }));
  }
}
