/** Why a row of the old database is taken, needed no more, or left. */
export const IMPORT_REASONS = {
  new: 'Belum ada di sini',
  newer: 'Lebih baru daripada yang tersimpan di sini',
  same: 'Sudah sama dengan yang tersimpan di sini',
  known: 'Sudah ada di sini; data siswa di sini tidak diubah',
  newer_here: 'Yang tersimpan di sini lebih baru',
  superseded: 'Ada baris yang lebih baru untuk hal yang sama',
  doubled: 'Dua baris dengan idperson yang sama berbeda isinya',
  bad_row: 'Data siswa tidak sesuai',
  unknown_siswa: 'Siswanya tidak ada, di sana maupun di sini',
  left_here: 'Siswa ini sudah keluar menurut daftar siswa di sini',
  no_timestamp: 'Waktunya kosong atau nol, jadi tidak diketahui seberapa lama datanya',
  future_timestamp: 'Waktunya di masa depan; periksa --timezone',
  bad_json: 'Isinya bukan JSON',
  incomplete: 'Satu periode siswa ini tidak dapat dibaca, jadi tidak satu pun diambil',
  unknown_shape: 'Isinya bukan jawaban server pembayaran, data, maupun satu periode',
  refused: 'Jawaban server pembayaran yang tersimpan tidak sesuai',
  doubtful: 'Perlu ditinjau, jadi tidak diterapkan',
} as const;
export type ImportReason = keyof typeof IMPORT_REASONS;

/** `take`: written by --apply; `keep`: nothing to be done; `leave`: odd, for a person to look at. */
export type ImportAction = 'take' | 'keep' | 'leave';

/** What becomes of one row of the old database. */
export interface ImportLine {
  table: 'siswa' | 'siswa_pembayaran';
  /** Its `id` there, else its idperson. */
  row: string;
  idperson: string | null;
  action: ImportAction;
  reason: ImportReason;
  message: string;
}

/** Gathers what becomes of each row. */
export class ImportReport {
  readonly lines: ImportLine[] = [];

  add(
    action: ImportAction,
    reason: ImportReason,
    { table, row, idperson }: Pick<ImportLine, 'table' | 'row' | 'idperson'>,
    detail?: string,
  ): void {
    const message = [IMPORT_REASONS[reason], detail].filter(Boolean).join(': ');
    this.lines.push({ table, row, idperson, action, reason, message });
  }

  /** How many rows, by table, action and reason. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { table, action, reason } of this.lines) {
      const key = `${table} ${action} ${reason}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
