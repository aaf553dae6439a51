/** What a bill is called; a school year of which only the total is known has none, and is called `otherwise`. */
export function billName(kategori: string | null, nama: string | null, otherwise: string): string {
  const names = [...new Set([kategori, nama])].filter(Boolean);
  return names.join(' · ') || otherwise;
}
