import type { Bahasa } from '@bantubayar/shared';
import { env } from '../config/env';
import type { Letter } from './letter';

/** What a test says. */
export function testLetter(bahasa: Bahasa): Letter {
  const link = env.PUBLIC_URL ? `\n\n${env.PUBLIC_URL}/admin/pengaturan?tab=peringatan` : '';
  return bahasa === 'en'
    ? {
        subject: 'Bantubayar: test e-mail',
        text: `This is a test. Summaries and alerts about the synchronisation will come to this address.${link}`,
      }
    : {
        subject: 'Bantubayar: uji coba e-mail',
        text: `Ini uji coba. Ringkasan dan peringatan tentang sinkronisasi akan datang ke alamat ini.${link}`,
      };
}
