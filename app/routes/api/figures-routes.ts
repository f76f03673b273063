import { z } from '@hono/zod-openapi';
import { dimensions, most, perMinute, scopes, spans } from '#app/domain/city/statistics-database/model.ts';
import { operation } from './operation.ts';
import { region } from './shapes.ts';
import { FiguresShape, IndicatorShape, SdmxShape } from './shapes-figures.ts';

/** 统计数据库的地址. */
const tag = 'open data' as const;
const year = z.coerce.number().int().min(1990).max(2100).optional();

const asked = {
  indicators: z.string().max(600).openapi({ description: `Codes, parted by commas, at most ${most.indicators}` }),
  region: region.optional().openapi({ description: 'Without it the whole country' }),
  scope: z.enum(scopes).default('self'),
  from: year,
  to: year,
  span: z.enum(spans).default('all').openapi({ description: '`year` gives one figure a year: that of the whole year, else of its last part' }),
  group: z.enum(dimensions).default('none').openapi({ description: 'The groups of one dimension, beside everybody' }),
};

export const readIndicators = operation(
  '/v1/indicators', { id: 'listIndicators', tag, summary: 'Definitions of indicators in force', about: '`q` looks for words of the name, of the parts, or of the code. Those a region has made for itself and for the regions below it say so in `regionCode`.' },
  [200, z.object({ items: z.array(IndicatorShape), next: z.string().nullable() })], { query: z.object({ q: z.string().max(60).default(''), cursor: z.coerce.number().int().min(1).max(2_147_483_647).optional(), limit: z.coerce.number().int().min(1).max(500).default(500) }) },
);
export const readFigures = operation(
  '/v1/figures',
  {
    id: 'listFigures', tag, summary: 'Accepted figures by indicator, region, period and group, in the order of region, indicator, period, group',
    refusals: [429, 503],
    about: `What was not reported is not in the list, which is not 0. Without years the last four. A question holds at most ${most.values.toLocaleString('en')} figures (indicators × regions × years × parts of a year × groups), and at most ${perMinute.questions} are answered a minute. The same question as ADX (XML), CSV or Excel: \`/statistics-database/data/figures.adx.xml\`, \`.csv\`, \`.xlsx\` with \`i\` for the indicators and \`r\` for the region.`,
  },
  [200, FiguresShape], { query: z.object({ ...asked, cursor: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(most.apiRows).default(500) }) },
);
export const readFiguresSdmx = operation(
  '/v1/figures/sdmx', { id: 'getFiguresSdmx', tag, summary: 'The same figures as an SDMX-JSON 2.0 data message with its structure', about: `At most ${most.messageFigures} figures, all of them or none, and ${perMinute.files} questions a minute. The codes are explained at \`/statistics-database/codes\`.`, refusals: [429, 503] },
  [200, SdmxShape], { query: z.object(asked) },
);
