import type { SiswaDetailDto } from '@bantubayar/shared';
import { computed, shallowRef, watch } from 'vue';
import { phonesOf } from '../../../core/phone';
import { openBillsOf, sumOf } from '../../../tagihan/open-bills';
import { pesanText, WA_LINK_MAX, waLink } from '../../../tagihan/pesan-text';
import { usePesan } from '../../../tagihan/use-pesan';

/** A message about a student's bills while it is put together: what is due is in it, until somebody chooses otherwise. */
export function usePesanDraft(siswa: () => SiswaDetailDto, asked: () => string | null) {
  const saved = usePesan();

  const numbers = computed(() => phonesOf(siswa().phone).filter(({ wa }) => wa !== null));
  const number = shallowRef<string | null>(null);
  const bills = computed(() => openBillsOf(siswa().periode));
  const chosen = shallowRef<number[]>([]);

  function begin(): void {
    const known = numbers.value.find(({ wa }) => wa === asked()) ?? numbers.value[0];
    number.value = known?.wa ?? null;
    chosen.value = bills.value.flatMap(({ due }, index) => (due ? [index] : []));
  }
  watch([bills, asked], begin, { immediate: true });

  const chosenBills = computed(() => bills.value.filter((_, index) => chosen.value.includes(index)));
  const text = computed(() => {
    const { template, sekolah } = saved.data.value ?? {};
    if (template === undefined) return '';
    return pesanText({
      template,
      sekolah: sekolah ?? null,
      siswa: siswa(),
      bills: chosenBills.value,
      now: Date.now(),
    });
  });
  const link = computed(() => (number.value && text.value ? waLink(number.value, text.value) : null));

  return {
    saved,
    numbers,
    number,
    bills,
    chosen,
    sum: computed(() => sumOf(chosenBills.value)),
    text,
    link,
    tooLong: computed(() => (link.value?.length ?? 0) > WA_LINK_MAX),
  };
}
