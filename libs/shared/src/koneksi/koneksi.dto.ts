import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { Role } from '../auth/rights';
import type { Count, Timestamp, Whole } from '../common/scalars';
import type { FailureReasonCode } from '../sync-pembayaran/failure-reasons';
import { KREDENSIAL_MAX_LENGTH, type KredensialAsal, type KredensialTersimpan } from './koneksi';

/** One of the credentials; its value is never told. */
export class KredensialDto {
  /** Where the one in use comes from. */
  asal!: KredensialAsal;
  /** Whether one is saved, be it in use or not. */
  tersimpan!: KredensialTersimpan;
}

/** How the payment service answered, as far as it concerns the connection. */
export class KontakDto {
  /** When. */
  at!: Timestamp;
  /** Whether it answered, and took the credentials. @example false */
  berhasil!: boolean;
  /** Why not; null where it did. @example "credentials_rejected" */
  reason!: FailureReasonCode | null;
  /** The same in Indonesian. @example "Kredensial ditolak oleh server pembayaran (HTTP 401)" */
  message!: string;
  /** What it answered; null where no answer came. @example 401 */
  httpStatus!: Whole | null;
  /** How long that took, in milliseconds. @example 84 */
  durationMs!: Count;
}

/** The connection to the payment service. */
export class KoneksiDto {
  /** Its base address, which only the environment (`PAYMENT_API_URL`) can set. @example "https://api.school.example/sisda/v1" */
  alamat!: string;
  /** Sent as bearer token. */
  token!: KredensialDto;
  /** Sent as Cookie header. */
  cookie!: KredensialDto;
  /** Whether credentials can be saved here: false without SECRETS_KEY. @example true */
  dapatDisimpan!: boolean;
  /** Who last saved or removed credentials here; null: nobody. @example "Siti Aminah" */
  disimpanOleh!: string | null;
  /** When. */
  disimpanPada!: Timestamp | null;
  /** The last contact with the credentials in use: a test, the roster, a student or a run; null: none so far. */
  kontak!: KontakDto | null;
  /** Since when the credentials are refused; null: they are not, as far as is known. */
  ditolakSejak!: Timestamp | null;
  /** Who may see this. @example ["admin"] */
  peranMelihat!: Role[];
  /** Who may change and test it. @example ["admin"] */
  peranMengubah!: Role[];
}

/** Credentials for the payment service. What is left out stays as it is saved; an empty text removes. */
export class KredensialBaruDto {
  /** A bearer token: visible ASCII characters without spaces. @example "rahasia-layanan" */
  @IsOptional() @IsString() @MaxLength(KREDENSIAL_MAX_LENGTH) token?: string;
  /** A Cookie header: `name=value; name=value` in ASCII characters. @example "sesi=1" */
  @IsOptional() @IsString() @MaxLength(KREDENSIAL_MAX_LENGTH) cookie?: string;
}

/** Why a test failed: also that the roster is not what it must be, or not at this address. @example "credentials_rejected" */
export type UjiReason = FailureReasonCode | 'roster_invalid' | 'roster_not_found';

/** How the payment service answered just now. */
export class HasilUjiDto {
  /** Whether it sent its roster. @example true */
  berhasil!: boolean;
  /** Why not; null where it did. @example null */
  reason!: UjiReason | null;
  /** What came of it, in Indonesian. @example "Terhubung: 6.102 siswa, 84 ms" */
  message!: string;
  /** Students on its roster; null where it did not send one. @example 6102 */
  siswa!: Count | null;
  /** What it answered; null where no answer came. @example 200 */
  httpStatus!: Whole | null;
  /** How long that took, in milliseconds. @example 84 */
  durationMs!: Count;
  /** How its answer begins, with the credentials blanked; null where no answer came. @example "{\"data\":[{\"idperson\":255001," */
  jawaban!: string | null;
}
