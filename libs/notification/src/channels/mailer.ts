import { createTransport } from 'nodemailer';
import { DeliveryError, type DeliveryFault } from './delivery-error.js';

export interface OutgoingMail {
  /** One address each; no list is read out of it. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Id of the event the mail tells of; a mail sent twice has the same Message-ID, and mail programs show it once. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rehearsal: boolean;
}

export interface Mailer {
  /** Hands one mail to the server. Throws DeliveryError. */
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  readonly close: () => void;
}

/** Milliseconds to wait: for the connection, for the server's first line, and between any two of its answers. */
export interface MailTimeouts {
  readonly connect: number;
  readonly greeting: number;
  readonly socket: number;
}

export const MAIL_TIMEOUTS: MailTimeouts = { connect: 5_000, greeting: 5_000, socket: 15_000 };

const SENDER_NAME = '대개조';

/** The Message-ID of the mail about an event. */
export const messageIdOf = (eventId: string): string => `<${eventId.replace(/[^\w.:-]/g, '-')}@daegaejo>`;

/** Mail by SMTP. `url`: smtp:// (STARTTLS where the server offers it) or smtps://, with user and password if any. */
export function openMailer(url: string, timeouts: MailTimeouts = MAIL_TIMEOUTS): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    // Content comes as texts only: nothing in it may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    sendMail: async ({ from, to, messageId, rehearsal, headers, ...content }) => {
      try {
        await transport.sendMail({
          ...content,
          from: { name: SENDER_NAME, address: from },
          to: { name: '', address: to },
          messageId: messageIdOf(messageId),
          headers: {
            ...headers,
            'Auto-Submitted': 'auto-generated', // RFC 3834: no out-of-office answers to a machine
            ...(rehearsal ? { 'X-Daegaejo-Rehearsal': '1' } : {}),
          },
        });
      } catch (error) {
        throw mailError(error);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Permanent is only what this recipient's server refuses for good (5xx to RCPT TO or to the content) or what is no
 * address at all. A refused sender or password is a wrong setting: once it is mended, the mail can still go.
 */
function mailError(cause: unknown): DeliveryError {
  const { code = 'EUNKNOWN', command = '', responseCode } = cause as SmtpError;
  const refused = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
  const noAddress = code === 'EENVELOPE' && command === 'API';
  const fault: DeliveryFault = refused || noAddress ? 'permanent' : 'temporary';
  return new DeliveryError(fault, responseCode === undefined ? code : `${command} ${responseCode}`, { cause });
}
