/**
 * A student's standing: `lunas` has no period in arrears, `belum_lunas` has one or more,
 * `belum_sinkron` has never been fetched.
 */
export const STATUS_PEMBAYARAN = ['lunas', 'belum_lunas', 'belum_sinkron'] as const;
export type StatusPembayaran = (typeof STATUS_PEMBAYARAN)[number];
