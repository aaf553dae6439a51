import { PESAN_AWAL, type PesanDto, type SavedPesanDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const ID = 1;

interface Row {
  sekolah: string;
  template: string;
  changed_at: Date;
}

/** The one text that parents of students who owe are written, and the name of the school that writes it. */
@Injectable()
export class PesanRepository {
  constructor(private readonly dataSource: DataSource) {}

  async get(): Promise<SavedPesanDto> {
    const [row] = await this.dataSource.query<Row[]>(
      'SELECT sekolah, template, changed_at FROM pesan_wali WHERE id = ?',
      [ID],
    );
    if (!row) return { sekolah: null, template: PESAN_AWAL, changedAt: null };
    return { sekolah: row.sekolah, template: row.template, changedAt: row.changed_at.toISOString() };
  }

  async save({ sekolah, template }: PesanDto): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO pesan_wali (id, sekolah, template, changed_at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))
       ON DUPLICATE KEY UPDATE sekolah = VALUES(sekolah), template = VALUES(template),
         changed_at = VALUES(changed_at)`,
      [ID, sekolah.trim(), template.trim()],
    );
  }
}
