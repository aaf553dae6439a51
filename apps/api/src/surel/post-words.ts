import { connectionWords } from '../common/connection-words';

/** What nodemailer tells of a failure. */
export interface PostError extends Error {
  code?: string;
  /** What was being said when it failed. */
  command?: string;
  /** The server's answer. */
  response?: string;
  responseCode?: number;
}

const OF_THE_LETTER = ['RCPT TO', 'DATA'];

/** The server refused this very letter for good: it would refuse it again. */
export const isRefusedForGood = ({ command = '', responseCode = 0 }: PostError): boolean =>
  OF_THE_LETTER.includes(command) && responseCode >= 500;

/** Why a letter was not sent, in Indonesian. */
export function postWords(error: PostError, server: string): string {
  const { code, command = '', responseCode, message } = error;
  if (code === 'ETIMEDOUT') return `Server e-mail ${server} tidak menjawab pada waktunya`;
  if (code === 'EAUTH') return 'Server e-mail menolak nama pengguna atau kata sandinya (SMTP_URL)';
  if (command === 'STARTTLS' && !connectionWords(error))
    return `Server e-mail ${server} tidak menawarkan sambungan terenkripsi yang dapat dipakai`;
  if (responseCode !== undefined) return `${refusalOf(command, responseCode)} (${responseCode})`;
  const words = code === 'EDNS' ? 'Nama server tidak ditemukan' : connectionWords(error);
  if (words) return `${words} (server e-mail ${server})`;
  return `Tidak terkirim: ${message}`;
}

function refusalOf(command: string, code: number): string {
  const isForNow = code < 500;
  if (command === 'RCPT TO')
    return isForNow
      ? 'Server e-mail belum mau menerima untuk alamat ini'
      : 'Server e-mail menolak alamat penerima';
  if (command === 'MAIL FROM') return 'Server e-mail menolak alamat pengirim (MAIL_FROM)';
  if (command === 'DATA')
    return isForNow ? 'Server e-mail belum mau menerima surat ini' : 'Server e-mail menolak surat ini';
  return isForNow ? 'Server e-mail sedang tidak menerima' : 'Server e-mail menolak sambungan';
}
