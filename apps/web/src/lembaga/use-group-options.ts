import { computed } from 'vue';
import { useFormat } from '../core/use-format';
import { useLembaga } from './use-lembaga';

/** What a select of groups offers, and one of the parts of the group that is chosen, with their counts. */
export function useGroupOptions(chosen: () => string | null) {
  const { format } = useFormat();
  const lembaga = useLembaga();

  const option = (value: string | null, count: number) => ({
    value,
    title: value ?? '',
    props: { subtitle: format.value.number(count) },
  });
  const named = ({ value }: { value: string | null }) => value !== null;

  const groups = computed(() => lembaga.value.map((each) => option(each.lembaga, each.count)).filter(named));
  const parts = computed(() => {
    const unit = lembaga.value.find((each) => each.lembaga === chosen());
    return (unit?.kelas ?? []).map(({ kelas, count }) => option(kelas, count)).filter(named);
  });

  return { groups, parts };
}
