/** What a rule of class-validator asks for, by its name; `named` is what its English message names: a number, or the choices. */
const ASKED: Record<string, (named: string) => string> = {
  isString: () => 'harus berupa teks',
  isNotEmpty: () => 'wajib diisi',
  isBoolean: () => 'harus true atau false',
  isInt: () => 'harus berupa bilangan bulat',
  isNumber: () => 'harus berupa bilangan',
  isArray: () => 'harus berupa daftar',
  isObject: () => 'harus berupa objek',
  nestedValidation: () => 'harus berupa objek',
  isEmail: () => 'bukan alamat e-mail',
  isIso8601: () => 'harus berupa waktu ISO 8601',
  isIn: (choices) => `harus salah satu dari: ${choices}`,
  min: (least) => `paling sedikit ${least}`,
  max: (most) => `paling banyak ${most}`,
  minLength: (least) => `paling pendek ${least} karakter`,
  maxLength: (most) => `paling panjang ${most} karakter`,
  arrayNotEmpty: () => 'tidak boleh kosong',
  arrayUnique: () => 'tidak boleh memuat isi yang sama',
  arrayMaxSize: (most) => `paling banyak ${most} isi`,
  isDay: () => 'harus berupa tanggal, misalnya 2026-11-22',
  isId: () => 'harus berupa angka bulat positif tanpa nol di depan',
  whitelistValidation: () => 'tidak dikenal',
};

/** A validation error for people; what a DTO says itself is Indonesian already. */
export function inIndonesian(field: string, rule: string, text: string): string {
  const isOwn = !/\b(must|should|property|values)\b/.test(text);
  if (isOwn) return text;
  const named =
    /values: (.*)$/.exec(text)?.[1] ?? /-?\d+/.exec(text.replace(/^.*?(must|should)/, ''))?.[0] ?? '';
  return `${field} ${ASKED[rule]?.(named) ?? 'tidak sesuai'}`;
}
