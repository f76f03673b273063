import { z } from 'zod';

const year = z.coerce.number().int().min(2000).max(2200);
const region = z.union([z.literal('*'), z.string().regex(/^\d{2,12}$/)]);

/** 查看: which year, where, and which filing. */
export const ComplianceAsked = z.object({ year: year.optional(), region: region.optional(), number: z.coerce.number().int().min(1).max(1000).optional(), check: z.literal('yes').optional() });

/** 报送: when it was handed in, and under which number the authority took it. */
export const FilingInput = z.object({ regionCode: region, year, filedOn: z.iso.date(), receipt: z.string().trim().min(2).max(120), note: z.string().trim().max(500).default('') });
export type FilingInput = z.output<typeof FilingInput>;
