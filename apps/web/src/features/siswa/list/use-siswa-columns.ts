import { computed } from 'vue';
import { useDisplay } from 'vuetify';
import { stored } from '../../../core/stored';
import { defaultColumns, SISWA_COLUMNS } from './siswa-columns';

/** The columns of the list, as this browser remembers them. */
export function useSiswaColumns() {
  const { width } = useDisplay();
  const chosen = stored('bantubayar.siswa.columns', namesIn, (names) => names && JSON.stringify(names));

  const names = computed({
    get: () => chosen.value ?? defaultColumns(width.value),
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

/** Whatever else was written there, by an older page or by hand, is no choice. */
function namesIn(text: string | null): string[] | null {
  try {
    const names: unknown = JSON.parse(text ?? 'null');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : null;
  } catch {
    return null;
  }
}
