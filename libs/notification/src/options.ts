/** Under this what the settings say about channels is injected. */
export const CHANNELS = Symbol('CHANNELS');

export interface Channels {
  /** Mail server; null = mails are kept and shown, not sent. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** 모의 운영: nothing ever leaves this machine. */
  readonly rehearsal: boolean;
}

/** Do mails leave this machine? */
export const sendsMail = ({ smtpUrl, rehearsal }: Channels): boolean => smtpUrl !== null && !rehearsal;
