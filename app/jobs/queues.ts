import { handOver } from '#app/domain/base/notifications/hand-over.ts';
import { providers } from '#app/domain/base/notifications/providers/chosen.ts';
import { deliverTask } from '#app/domain/base/notifications/queue.ts';
import { openChannels } from '#app/domain/base/notifications/read.ts';
import { spreadMessages } from '#app/domain/base/notifications/spread.ts';
import { builtInTexts } from '#app/i18n/notifications.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/**
 * A queue of its own, beside calendar and events: `fill` is asked every second and says how many it took; `run` works one
 * job. It has workers of its own, so that a slow provider holds up nothing else.
 */
export type Queue = { job: string; fill: (ctx: Ctx) => Promise<number>; run: (ctx: Ctx, payload: { ids: string[] }) => Promise<string> };

/** 队列: what is worked through in numbers. */
export const queues: readonly Queue[] = [
  {
    job: deliverTask,
    fill: (ctx) => spreadMessages(ctx, openChannels()),
    run: (ctx, { ids }) => handOver(ctx, ids, { providers: providers(), builtIn: builtInTexts }),
  },
];
