import type { OpenAPIHono } from '@hono/zod-openapi';
import { countQuestion, wholeAnswer, wholeMessage } from '#app/domain/city/statistics-database/ask-publicly.ts';
import { isMark } from '#app/domain/city/statistics-database/ask-figures.ts';
import { findIndicators } from '#app/domain/city/statistics-database/find-indicators.ts';
import { Question } from '#app/domain/city/statistics-database/input.ts';
import { makeAnswer } from '#app/domain/city/statistics-database/make-answer.ts';
import { openFigures } from '#app/domain/city/statistics-database/open-figures.ts';
import { writeSdmx } from '#app/domain/city/statistics-database/write-sdmx.ts';
import type { Frame, Words } from '#app/domain/city/indicators/model.ts';
import { linksOf } from '#app/domain/city/indicators/read.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { sourceNames } from '../public/plans/words.ts';
import { termsOfUse } from '../public/terms-of-use.ts';
import { readFigures, readFiguresSdmx, readIndicators } from './figures-routes.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { serve } from './serve.ts';
import { tagged, taggedPieces } from './tag.ts';

const asVisitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor });
/** Figures come in and are corrected at any time. */
const fresh = { 'Cache-Control': 'no-cache' };
const words = (said: Words | null) => said && { zh: said.zh, en: said.en };
const questionOf = ({ indicators, region = '*', ...asked }: { indicators: string; region?: string | undefined }) => Question.parse({ ...asked, i: indicators, r: region });

/** 统计数据库 as open data. */
export function addFigures(api: OpenAPIHono<Here>) {
  serve(api, readIndicators, async (c) => {
    const ctx = asVisitor(c.get('ctx'));
    const { q, cursor, limit } = c.req.valid('query');
    const found = await findIndicators(ctx, { q, owner: '' }, limit + 1, cursor);
    const page = found.slice(0, limit);
    const [links, sourceName] = [await linksOf(ctx, page.map(({ id }) => id)), sourceNames()];
    const items = page.map(({ id, code, version, definition }) => {
      const { kind, unit, accumulation, direction, frequency, level, owner, numerator, denominator, formula, dimensions, least, most, source, regionCode = '*' } = definition;
      const speaksTo = (frame: Frame) => (links.get(id) ?? []).filter((link) => link.frame === frame).map(({ target }) => target);
      return {
        code, name: words(definition), regionCode, kind, unit, accumulation, direction, frequency, level, owner, version, numerator: words(numerator), denominator: words(denominator), formula, dimensions, least, most, source, sourceName: sourceName(source),
        standard: speaksTo('standard'), outline: speaksTo('outline'), unicef: speaksTo('unicef').map(Number),
      };
    });
    const next = found.length > limit ? String(page.at(-1)!.id) : null;
    return tagged(c, JSON.stringify({ items, next }), nextLink(c, next));
  });

  serve(api, readFigures, async (c) => {
    const { cursor, limit, ...asked } = c.req.valid('query');
    await countQuestion(c.get('ctx'), 'questions');
    const answer = openFigures(await wholeAnswer(asVisitor(c.get('ctx')), questionOf(asked), { limit, after: cursor && isMark(cursor) ? cursor : undefined }));
    const sourceName = sourceNames();
    const items = answer.items.map((item) => ({ ...item, sourceName: sourceName(item.source) }));
    return tagged(c, JSON.stringify({ ...answer, items, regions: await withEnglish(c.get('ctx'), answer.regions) }), { ...fresh, ...nextLink(c, answer.next) });
  });

  serve(api, readFiguresSdmx, async (c) => {
    const ctx = asVisitor(c.get('ctx'));
    await countQuestion(c.get('ctx'), 'files');
    const message = await makeAnswer(c.get('ctx'), async () => writeSdmx(await wholeMessage(ctx, questionOf(c.req.valid('query'))), ctx.now, ctx.locale, termsOfUse()));
    return taggedPieces(c, message, fresh);
  });
}
