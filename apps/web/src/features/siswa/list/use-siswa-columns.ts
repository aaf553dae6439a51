import { StorageSerializers, useLocalStorage } from '@vueuse/core';
import { computed } from 'vue';
import { useDisplay } from 'vuetify';
import { defaultColumns, SISWA_COLUMNS } from './siswa-columns';

/** The columns of the list, as this browser remembers them. */
export function useSiswaColumns() {
  const { width } = useDisplay();
  const chosen = useLocalStorage<string[] | null>('bantubayar.siswa.columns', null, {
    serializer: StorageSerializers.object,
    writeDefaults: false,
    // The choice then lasts as long as the page.
    onError: () => {},
  });

  const names = computed({
    get: () => (Array.isArray(chosen.value) ? chosen.value : defaultColumns(width.value)),
    set: (value: string[]) => (chosen.value = value),
  });
  const columns = computed(() => SISWA_COLUMNS.filter(({ name }) => names.value.includes(name)));

  return {
    names,
    columns,
    isDefault: computed(() => chosen.value === null),
    reset: () => (chosen.value = null),
  };
}
