import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { withQuery } from '../../../core/api-client';
import { addressFilters, oneOf, text } from '../../../core/address-filters';
import { groupFilters } from '../../../lembaga/groups';
import { letterOf, lettersOfGroup } from './letters';

const WHOSE = ['menunggak', 'semua'] as const;

/** Whose statements: of one student, or of a group. */
const table = addressFilters(
  { idperson: text, ...groupFilters, siapa: oneOf(...WHOSE) },
  { siapa: 'menunggak' },
);

export function useLetters() {
  const route = useRoute();
  const router = useRouter();

  const asked = computed<ReturnType<typeof table.read>>((last) =>
    last && route.path !== '/admin/siswa/cetak' ? last : table.read(route.query),
  );
  const group = computed(() => {
    const { idperson: _, ...rest } = table.chosen(asked.value);
    return rest;
  });
  const whose = computed({
    get: () => asked.value.siapa,
    set: (siapa) => void router.replace({ query: table.write({ ...asked.value, siapa }) }),
  });

  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['siswa', 'cetak', asked.value] as const),
    queryFn: ({ signal, queryKey: [, , { idperson, siapa }] }) =>
      idperson ? letterOf(idperson, signal) : lettersOfGroup(group.value, siapa === 'semua', signal),
    // Paper is of the moment at which it is printed.
    staleTime: 0,
    gcTime: 0,
  });

  const place = computed(() => {
    const one = asked.value.idperson && data.value?.letters[0]?.siswa.nama;
    return one || Object.values(group.value).join(' ');
  });
  /** Where one came from, as it was filtered. */
  const back = computed(() =>
    asked.value.idperson ? `/admin/siswa/${asked.value.idperson}` : withQuery('/admin/siswa', group.value),
  );

  return { asked, whose, place, back, printed: data, error, refetch };
}
