import { z } from 'zod';

/** 消息的操作: open one, or mark all as read. */
export const InboxInput = z.discriminatedUnion('deed', [z.object({ deed: z.literal('open'), id: z.uuid() }), z.object({ deed: z.literal('all') })]);
