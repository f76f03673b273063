import { z } from 'zod';

/** 哪里、哪一年. */
export const OrderInput = z.object({
  regionCode: z.preprocess((given) => (given === '' || given === undefined ? '*' : given), z.string().regex(/^(\*|\d{2,12})$/)),
  year: z.coerce.number().int(),
});
export type OrderInput = z.infer<typeof OrderInput>;
