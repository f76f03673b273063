import { data } from 'react-router';
import { z } from 'zod';
import { kinds } from '#app/domain/base/evidence/model.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/offers-json.ts';

const Asked = z.object({ words: z.string().max(200).optional(), rule: z.string().max(20).optional(), kind: z.enum(kinds).optional() });

/** 边写边找: what the place has already, in words a script can show. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const words = evidenceWords[ctx.locale];
  const { words: typed, rule, kind } = query(request, Asked);
  try {
    const offers = await evidenceFor(ctx, params.code, { ...(typed ? { words: typed } : {}), ...(rule ? { ruleId: rule } : {}), ...(kind ? { kind } : {}), limit: 5 });
    return data({
      offers: offers.map((one) => ({
        id: one.id, href: `/work/${params.code}/evidence/${one.id}`, title: one.title,
        about: [words.kinds[one.kind], one.summary, one.timesCited > 0 ? words.reuse.times(one.timesCited) : '', words.reuse.whys[one.why]].filter(Boolean).join(' · '),
      })),
    }, { headers: { 'Cache-Control': 'private, no-store' } });
  } catch (error) {
    if (error instanceof Refusal) return data({ offers: [] }, error.status);
    throw error;
  }
}
