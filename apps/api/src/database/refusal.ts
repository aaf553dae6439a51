import { errnoOf } from './transaction';

/** By the server's error numbers: it takes no writes now, whatever is written. */
const REFUSALS: Record<number, string> = {
  1021: 'kehabisan ruang disk',
  1114: 'kehabisan ruang disk',
  1026: 'gagal menulis berkas',
  3: 'gagal menulis berkas',
  1030: 'mesin penyimpanannya gagal',
  1037: 'kehabisan memori',
  1041: 'kehabisan memori',
  1206: 'tabel kuncinya penuh',
  1290: 'hanya boleh dibaca',
  1836: 'hanya boleh dibaca',
  1792: 'hanya boleh dibaca',
  1044: 'tidak memberi hak menulis',
  1142: 'tidak memberi hak menulis',
  1143: 'tidak memberi hak menulis',
  1227: 'tidak memberi hak menulis',
};

/** Why the database takes no writes at all, as an Indonesian phrase; null where that is not what the error says. */
export function refusalOf(error: unknown): string | null {
  return REFUSALS[errnoOf(error)] ?? null;
}
