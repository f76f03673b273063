import { z } from 'zod';
import { forms } from '#app/domain/base/burden/model.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';

/** What the address of the meter may ask for. */
export const Asked = z.object({ region: z.string().refine(isRegionCode).optional(), form: z.enum(forms).optional(), from: z.iso.date().optional(), to: z.iso.date().optional() });
