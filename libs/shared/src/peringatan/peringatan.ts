export const RINGKASAN = ['selalu', 'bila_perlu', 'tidak'] as const;
/** After which runs a receiver is written how they ended: each; those that left something for a person; none. @example "selalu" */
export type Ringkasan = (typeof RINGKASAN)[number];

export const BAHASA = ['id', 'en'] as const;
/** The language of letters. @example "id" */
export type Bahasa = (typeof BAHASA)[number];

/** What a letter tells: how a run ended, or that one stands or did not begin. @example "surat.ringkasan" */
export type SuratType = 'surat.ringkasan' | 'surat.segera';

/** What a test sends. */
export const SURAT_TEST = 'surat.uji';

export const PENERIMA_MAX = 20;
export const EMAIL_MAX_LENGTH = 254;
