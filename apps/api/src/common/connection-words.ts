/** What stands in an error's code or message, and what it means, in Indonesian. */
const MEANINGS: [RegExp, string][] = [
  [/ENOTFOUND/, 'Nama server tidak ditemukan'],
  [/EAI_AGAIN/, 'Nama server tidak dapat dicari'],
  [/ECONNREFUSED/, 'Sambungan ditolak'],
  [/ECONNRESET|socket hang up|closed unexpectedly|Server closed/i, 'Sambungan terputus'],
  [/EHOSTUNREACH|ENETUNREACH/, 'Server tidak terjangkau dari sini'],
  [/CERT_HAS_EXPIRED|certificate has expired/, 'Sertifikat server sudah kedaluwarsa'],
  [/CERT_NOT_YET_VALID|not yet valid/, 'Sertifikat server belum berlaku'],
  [/ALTNAME_INVALID|altnames/, 'Sertifikat server untuk nama lain, bukan nama yang dihubungi'],
  [/SELF_SIGNED|self.signed cert/, 'Sertifikat server ditandatangani sendiri, jadi tidak dipercaya'],
  [
    /UNABLE_TO_(?:VERIFY|GET)|unable to (?:verify|get)/,
    'Sertifikat server dari penerbit yang tidak dikenal, jadi tidak dipercaya',
  ],
  [/EPROTO|SSL routines|wrong version number/i, 'Server tidak berbicara TLS di alamat ini'],
];

/** Why a connection failed, in Indonesian; null where it is not known. */
export function connectionWords(error: unknown): string | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return MEANINGS.find(([meant]) => meant.test(code) || meant.test(message))?.[1] ?? null;
}
