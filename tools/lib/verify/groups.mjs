/** The last day late of each age. @type {[string, number][]} */
const UMUR = [
  ['0', 0],
  ['1-30', 30],
  ['31-60', 60],
  ['61-90', 90],
  ['91-180', 180],
  ['>180', Infinity],
];
const DAY_MS = 86_400_000;

/** By how many days a bill is late, in groups; without a date it is due today. @param {string | null} jatuhTempo @param {string} today */
export function umurOf(jatuhTempo, today) {
  const days = jatuhTempo === null ? 0 : (Date.parse(today) - Date.parse(jatuhTempo)) / DAY_MS;
  return /** @type {[string, number]} */ (UMUR.find(([, last]) => days <= last))[0];
}

/** Bills, their students and rupiah, by name. */
export class Groups {
  /** @type {Map<string, { bills: number, siswa: Set<string>, tunggakan: bigint }>} */
  #groups = new Map();

  /** @param {string} name @param {string} idperson @param {bigint} amount */
  add(name, idperson, amount) {
    const group = this.#groups.get(name) ?? { bills: 0, siswa: new Set(), tunggakan: 0n };
    group.bills += 1;
    group.siswa.add(idperson);
    group.tunggakan += amount;
    this.#groups.set(name, group);
  }

  /** @returns {Record<string, { bills: number, siswa: number, tunggakan: string }>} */
  asObject() {
    const entries = [...this.#groups].map(([name, { bills, siswa, tunggakan }]) => {
      return [name, { bills, siswa: siswa.size, tunggakan: String(tunggakan) }];
    });
    return Object.fromEntries(entries);
  }
}
