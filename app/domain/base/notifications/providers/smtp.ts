import type { Transporter } from 'nodemailer';
import type { Outcome, Provider } from './provider.ts';

type MailError = Error & { code?: string; command?: string; responseCode?: number };
const seconds = 1000;

/** 邮件: hands a letter to an SMTP server. The Message-ID is made of the key, so a letter tried twice is one letter to those who receive it. */
export function smtpProvider(name: string, url: string, from: string): Provider {
  const address = new URL(url);
  let opened: Promise<Transporter> | undefined;
  return {
    name,
    async send(letter) {
      try {
        const sent = await (await (opened ??= openTransport(url))).sendMail({
          from,
          to: { name: '', address: letter.to },
          subject: letter.subject.replaceAll(/\s+/g, ' '),
          text: letter.text,
          messageId: `<${letter.key}@${address.hostname === 'localhost' ? 'tongyou.local' : address.hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...(letter.settings ? { 'List-Unsubscribe': `<${letter.settings}>` } : {}) },
        });
        return { is: 'accepted', reference: (sent.response ?? '').slice(0, 3) };
      } catch (error) {
        return outcomeOf(error as MailError);
      }
    },
  };
}

/** Opened with the first letter: an office that sends none by e-mail needs none of it. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    pool: true,
    maxConnections: 8,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 20 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** After the text was sent and before the answer came, nobody knows; a refused recipient is refused for good. */
function outcomeOf({ code = 'ERROR', command = '', responseCode }: MailError): Outcome {
  const reason = [code, command.split(' ')[0], responseCode].filter(Boolean).join(' ');
  if (responseCode) return { is: 'refused', isFinal: responseCode >= 500 && command.startsWith('RCPT'), reason };
  if (command === 'DATA') return { is: 'unknown', reason };
  return { is: 'refused', isFinal: false, reason };
}
