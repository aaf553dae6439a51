import type { Queue } from 'bull';

/** Whatever was added has options; a script that finds no hash for a job which it takes up makes one that has none. */
const REMOVE = `
  local absent = {}
  for place, job in ipairs(KEYS) do
    if redis.call('HEXISTS', job, 'opts') == 0 then
      redis.call('DEL', job)
      absent[#absent + 1] = place - 1
    end
  end
  return absent`;

/**
 * Where Redis forgets a job between a worker's taking its id and taking it up, Bull leaves the beginning of a job under
 * that id, which is in no list and keeps the job from being added again. To be called before it is; answers the places in
 * `jobIds` of those that are not there.
 */
export async function removeRemains(queue: Queue, jobIds: string[]): Promise<number[]> {
  if (jobIds.length === 0) return [];
  const keys = jobIds.map((id) => queue.toKey(id));
  return (await queue.client.eval(REMOVE, keys.length, ...keys)) as number[];
}
