/** The roster: which students there are, each made from the seed and a place in the list alone. */
import { BOYS, BOYS_LAST, GIRLS, GIRLS_LAST, PLACES, UNITS, type Unit } from './names';
import { chance, Dice } from './random';

/** One student by the upstream's own field names; `idperson` and `nama` are always there. */
export interface Student {
  idperson: string;
  nama: string;
  gender: 'L' | 'P';
  lahirtempat: string | null;
  lahirtanggal: string | null;
  phone: string | null;
  UnitFormal: string;
  KelasFormal: string;
  AsramaPondok: string | null;
  KamarPondok: string | null;
  TingkatDiniyah: string | null;
  KelasDiniyah: string | null;
}

const FIRST_ID = 250_000;
const ID_STEP = 7;

/** Ids have gaps like those of a real register, and still lead back to the place in the list. */
function idAt(seed: number, index: number): number {
  return FIRST_ID + index * ID_STEP + Math.floor(chance(seed, 'id', index) * ID_STEP);
}

/** The place of this idperson in a roster of `size` students, or -1 where there is none. */
export function indexOf(seed: number, size: number, idperson: string): number {
  const id = Number(idperson);
  const index = Math.floor((id - FIRST_ID) / ID_STEP);
  const known = index >= 0 && index < size && String(idAt(seed, index)) === idperson;
  return known ? index : -1;
}

export function studentAt(seed: number, index: number): Student {
  const dice = new Dice(seed, 'student', index);
  const boy = dice.hits(0.52);
  const unit = pickUnit(dice);
  const grade = dice.pick(unit.grades);
  const boards = dice.hits(0.7);
  const house = dice.pick(boy ? ['A', 'B', 'C', 'D'] : ['E', 'F', 'G', 'H']);
  return {
    idperson: String(idAt(seed, index)),
    nama: nameOf(dice, boy),
    gender: boy ? 'L' : 'P',
    lahirtempat: dice.hits(0.98) ? dice.pick(PLACES) : null,
    lahirtanggal: dice.hits(0.98) ? birthday(dice, grade) : null,
    phone: dice.hits(0.93)
      ? `08${dice.pick([12, 13, 21, 52, 57, 78])}${dice.between(1_000_000, 99_999_999)}`
      : null,
    UnitFormal: unit.name,
    KelasFormal: classOf(dice, unit, grade),
    AsramaPondok: boards ? house : null,
    KamarPondok: boards ? `${house}-${String(dice.between(1, 24)).padStart(2, '0')}` : null,
    TingkatDiniyah: dice.hits(0.95) ? unit.diniyah : null,
    KelasDiniyah: dice.hits(0.95) ? `${dice.between(1, 3)}${dice.pick(['A', 'B', 'C'])}` : null,
  };
}

/** The roster's answer in pieces, so that a million students need no memory. */
export function* rosterJson(seed: number, size: number, left: ReadonlySet<string>): Generator<string> {
  let piece = '{"data":[';
  let separator = '';
  for (let index = 0; index < size; index++) {
    const student = studentAt(seed, index);
    if (left.has(student.idperson)) continue;
    piece += separator + JSON.stringify(onTheWire(student, index));
    separator = ',';
    if (piece.length > 64_000) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}]}`;
}

/** The real service sends most ids as numbers, and some as strings. */
function onTheWire(student: Student, index: number): object {
  return { ...student, idperson: index % 10 === 3 ? student.idperson : Number(student.idperson) };
}

function pickUnit(dice: Dice): Unit {
  let point = dice.next();
  for (const unit of UNITS) {
    point -= unit.share;
    if (point < 0) return unit;
  }
  return UNITS[0] as Unit;
}

function nameOf(dice: Dice, boy: boolean): string {
  const [first, last] = boy ? [BOYS, BOYS_LAST] : [GIRLS, GIRLS_LAST];
  const start = dice.pick(first);
  const middle = dice.hits(0.35) ? dice.pick(first) : '';
  return [start, middle === start ? '' : middle, dice.pick(last)].filter(Boolean).join(' ');
}

function birthday(dice: Dice, grade: number): string {
  const year = 2025 - 6 - grade - dice.between(0, 1);
  return `${year}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`;
}

function classOf(dice: Dice, unit: Unit, grade: number): string {
  const letter = dice.pick(['A', 'B', 'C', 'D']);
  return unit.majors ? `${grade} ${dice.pick(unit.majors)} ${letter}` : `${grade}${letter}`;
}
