import { type Ref, shallowRef, watch } from 'vue';
import { useErrorText } from './use-error-text';

/** What the form of a dialog does that is not the same for all of them. */
interface Form {
  /** What stands in its fields when it opens. */
  fill: () => void;
  isComplete: () => boolean;
  send: () => Promise<unknown>;
}

/** A dialog with a form: it closes when what it holds has been taken; until then it tells what is in the way. */
export function useFormDialog(open: Ref<boolean>, { fill, isComplete, send }: Form) {
  const { errorText } = useErrorText();
  /** From the first try on it is told what is missing. */
  const tried = shallowRef(false);
  const sending = shallowRef(false);
  const problem = shallowRef('');

  watch(open, (isOpen) => {
    if (!isOpen) return;
    fill();
    tried.value = false;
    problem.value = '';
  });

  async function submit(): Promise<void> {
    tried.value = true;
    if (!isComplete()) return;
    sending.value = true;
    problem.value = '';
    try {
      await send();
      open.value = false;
    } catch (error) {
      problem.value = errorText(error);
    } finally {
      sending.value = false;
    }
  }

  return { tried, sending, problem, submit };
}
