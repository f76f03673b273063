/** 后台任务: the process that runs the calendar and the events. */
export async function startWorker(_url: string): Promise<{ stop: () => Promise<void> }> {
  return { stop: async () => undefined };
}
