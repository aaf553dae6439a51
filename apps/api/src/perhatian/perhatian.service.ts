import { type PerhatianDto, type PerhatianListDto, STALE_HOURS, TURUN_DAYS } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { KoneksiRepository } from '../sisda/koneksi.repository';
import { SyncRunRepository } from '../sync-pembayaran/run/sync-run.repository';
import { PerhatianRepository } from './perhatian.repository';

const angka = new Intl.NumberFormat('id-ID');

/** What waits for a person, in one place. */
@Injectable()
export class PerhatianService {
  constructor(
    private readonly siswa: PerhatianRepository,
    private readonly runs: SyncRunRepository,
    private readonly koneksi: KoneksiRepository,
  ) {}

  async all(): Promise<PerhatianListDto> {
    const { rejectedSince } = await this.koneksi.get();
    const found = await Promise.all([
      this.connection(rejectedSince !== null),
      this.standingRun(rejectedSince !== null),
      this.reviews(),
      this.failures(),
      this.falls(),
      this.stale(),
    ]);
    const items = found.filter(({ jumlah }) => jumlah > 0);
    const waiting = items.filter(({ menunggu }) => menunggu);
    return { items, nextCursor: null, total: waiting.reduce((sum, { jumlah }) => sum + jumlah, 0) };
  }

  private connection(isRefused: boolean): PerhatianDto {
    return item('koneksi', isRefused ? 1 : 0, {
      alamat: '/admin/pengaturan?tab=koneksi',
      message: () =>
        'Server pembayaran menolak kredensialnya, jadi tidak ada yang dapat diambil. Seorang admin perlu memperbaruinya di Pengaturan, bagian Koneksi',
    });
  }

  /** A run that does not go on by itself; while it is the connection that stops it, that is told instead. */
  private async standingRun(isRefused: boolean): Promise<PerhatianDto> {
    const run = await this.runs.active();
    const isTold = isRefused && run?.pauseCode === 'credentials';
    const stands = run?.status === 'paused' && run.resumeAt === null && !isTold;
    return item('dijeda', stands ? run.total - run.processed : 0, {
      alamat: '/admin/sync-pembayaran',
      message: (jumlah) =>
        `Sinkronisasi dijeda dan tidak berjalan lagi dengan sendirinya, ${jumlah} siswa menunggu: ${run?.pauseReason ?? ''}. Lanjutkan setelah sebabnya diatasi`,
      runId: stands ? String(run.id) : null,
    });
  }

  private async reviews(): Promise<PerhatianDto> {
    return item('tinjauan', await this.siswa.count({ perhatian: 'tinjauan' }), {
      alamat: '/admin/siswa?perhatian=tinjauan',
      message: (jumlah) =>
        `Jawaban server pembayaran untuk ${jumlah} siswa meragukan dan belum diterapkan. Buka siswanya, bandingkan, lalu putuskan`,
    });
  }

  private async failures(): Promise<PerhatianDto> {
    const alasan = await this.siswa.reasons();
    return item(
      'gagal',
      alasan.reduce((sum, { count }) => sum + count, 0),
      {
        alamat: '/admin/siswa?perhatian=gagal',
        message: (jumlah) =>
          `Pembayaran ${jumlah} siswa gagal diambil terakhir kali; yang tersimpan tetap yang lama. Coba lagi, atau atasi dulu alasannya`,
        alasan,
      },
    );
  }

  private async falls(): Promise<PerhatianDto> {
    return item('turun', await this.siswa.count({ perhatian: 'turun' }), {
      alamat: '/admin/siswa?perhatian=turun',
      message: (jumlah) =>
        `Pembayaran atau tagihan ${jumlah} siswa turun dalam ${TURUN_DAYS} hari terakhir. Pastikan pembatalannya memang benar`,
    });
  }

  private async stale(): Promise<PerhatianDto> {
    return item('usang', await this.siswa.count({ staleHours: STALE_HOURS }), {
      alamat: `/admin/siswa?staleHours=${STALE_HOURS}`,
      message: (jumlah) =>
        `Data ${jumlah} siswa lebih lama dari ${STALE_HOURS} jam, atau belum pernah diambil. Jalankan sinkronisasi`,
      menunggu: false,
    });
  }
}

type About = Pick<PerhatianDto, 'alamat'> &
  Partial<Pick<PerhatianDto, 'menunggu' | 'runId' | 'alasan'>> & { message: (jumlah: string) => string };

function item(jenis: PerhatianDto['jenis'], jumlah: number, { message, ...about }: About): PerhatianDto {
  const common = { jenis, jumlah, menunggu: true, runId: null, alasan: [] };
  return { ...common, ...about, message: message(angka.format(jumlah)) };
}
