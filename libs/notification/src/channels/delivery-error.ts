/** Try it again later, or never: the same thing would be refused every time. */
export type DeliveryFault = 'temporary' | 'permanent';

/** A mail or a call that did not arrive. The message says why in technical words; it holds no secret and no content. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';

  constructor(
    readonly fault: DeliveryFault,
    /** What went wrong, for logs and statistics: "ETIMEDOUT", "RCPT TO 550", "HTTP 503". */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`${fault}: ${code}`, options);
  }
}
