import { Refusal } from '#app/platform/refusal.ts';
import type { PressAnswer, PressJob } from './press.ts';

/** 印房之内: one piece of work after the other; each tool is loaded when it is first asked for. */
process.on('message', async (asked: PressJob & { id: number }) => {
  process.send!(await answerTo(asked));
});
process.on('disconnect', () => process.exit(0));

async function answerTo({ id, ...job }: PressJob & { id: number }): Promise<PressAnswer> {
  try {
    return { id, result: await work(job) };
  } catch (error) {
    if (error instanceof Refusal) return { id, refusal: error.code, status: error.status };
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function work(job: PressJob): Promise<unknown> {
  if (job.task === 'pdf') return (await import('./typst.ts')).typeset(job.template, job.data, job.standard);
  if (job.task === 'read-word') return (await import('./read-word.ts')).readWord(job.content);
  if (job.task === 'read-grid') return (await import('./read-grid.ts')).readGrid(job.content);
  return (await import('./read-sheet.ts')).readSheet(job.content);
}
