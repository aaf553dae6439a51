import type { RunFiguresDto } from '@bantubayar/shared';
import { useFormat } from '../core/use-format';

/** A run's figures as text, ready for messages. */
export function useRunFigures() {
  const { format } = useFormat();

  return (run: RunFiguresDto) => {
    const { number, percent } = format.value;
    return {
      total: number(run.total),
      processed: number(run.processed),
      success: number(run.successCount),
      failed: number(run.failed),
      updated: number(run.updated),
      unchanged: number(run.unchanged),
      skipped: number(run.skipped),
      percent: percent(run.percent),
    };
  };
}
