import { connectionWords } from './connection-words';

it.each([
  [{ code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND x' }, 'Nama server tidak ditemukan'],
  [{ code: 'ESOCKET', message: 'connect ECONNREFUSED 127.0.0.1:25' }, 'Sambungan ditolak'],
  [{ code: 'CERT_HAS_EXPIRED', message: 'certificate has expired' }, 'Sertifikat server sudah kedaluwarsa'],
  [
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: "Hostname/IP does not match certificate's altnames" },
    'Sertifikat server untuk nama lain, bukan nama yang dihubungi',
  ],
  [
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', message: 'unable to verify the first certificate' },
    'Sertifikat server dari penerbit yang tidak dikenal, jadi tidak dipercaya',
  ],
  [{ code: 'X', message: 'sesuatu' }, null],
])('says what %j means', (error, words) => {
  expect(connectionWords(error)).toBe(words);
});
