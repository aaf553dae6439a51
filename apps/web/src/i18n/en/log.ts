/** Only here: the API sends every log line in Indonesian. */
export const log = {
  run_queued: 'Queued by {by}',
  run_started: 'Started by {by}',
  run_prepared: '{total} students will be fetched',
  run_resumed: 'Resumed: the payment server answers again',
  run_resumed_by: 'Resumed by {by}',
  run_paused: 'Paused by the system',
  run_paused_by: 'Paused by {by}',
  milestone: '{percent} % done: {processed} of {total} students',
  siswa_failed: '{nama} ({idperson}): {reason}',
  failures_capped: 'More than {limit} students failed; the rest is in the run’s details',
  cancel_requested: 'Cancellation asked for by {by}',
  run_cancelled: 'Cancelled at {percent} %: {processed} of {total} students are stored',
  run_completed: 'Done in {seconds} s: {updated} changed, {unchanged} unchanged',
  run_partial: 'Done in {seconds} s: {updated} changed, {unchanged} unchanged, {failed} failed',
  run_failed: 'The run stopped: {reason}',
  queue_unreachable: 'The queue cannot be reached; the run goes on once it is back',
};
