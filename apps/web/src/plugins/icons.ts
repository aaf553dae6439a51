import {
  mdiAlert,
  mdiAlertCircle,
  mdiCheck,
  mdiCheckboxBlankOutline,
  mdiCheckboxMarked,
  mdiCheckCircle,
  mdiChevronDown,
  mdiChevronUp,
  mdiClose,
  mdiCloseCircle,
  mdiInformation,
  mdiLoading,
  mdiMenuDown,
  mdiMinusBox,
} from '@mdi/js';
import type { IconAliases } from 'vuetify';

/** The icons that Vuetify's own parts ask for by name; only those of the parts that are used here. */
export const aliases: Partial<IconAliases> = {
  checkboxIndeterminate: mdiMinusBox,
  checkboxOff: mdiCheckboxBlankOutline,
  checkboxOn: mdiCheckboxMarked,
  clear: mdiCloseCircle,
  close: mdiClose,
  collapse: mdiChevronUp,
  complete: mdiCheck,
  delete: mdiCloseCircle,
  dropdown: mdiMenuDown,
  error: mdiAlertCircle,
  expand: mdiChevronDown,
  info: mdiInformation,
  loading: mdiLoading,
  success: mdiCheckCircle,
  warning: mdiAlert,
};
