import { escapeXml } from '#app/domain/base/documents/xml.ts';
import { everybody, type Words } from '#app/domain/city/indicators/model.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Answer } from './answer-question.ts';
import { categoryOf, dataSetOf, groupToCode, periodToAdx, regionToCode } from './codes.ts';

/** The namespace in which ADX messages are exchanged. */
export const adxNamespace = 'urn:ihe:qrph:adx:2015';

/** ADX: figures in groups of one region, period and data set, a category beside the value for those of a group; what is hidden is not sent. */
export function writeAdx({ figures, indicators, groups }: Pick<Answer, 'figures' | 'indicators' | 'groups'>, now: Date, terms: Words): string {
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  const known = new Map(groups.map((group) => [group.id, group]));
  const sent = figures.filter(({ value }) => value !== null);
  if (sent.length === 0) throw new Refusal('message-empty', 404);
  const bodies = [...Map.groupBy(sent, ({ regionCode, period }) => `${regionCode} ${period}`).values()].map((members) => {
    const { regionCode, period } = members[0]!;
    const values = members.map(({ indicatorId, breakdown, value }) => {
      const category = breakdown === everybody ? '' : ` ${categoryOf(known.get(breakdown)!.dimension)}="${escapeXml(groupToCode(breakdown))}"`;
      return `    <dataValue dataElement="${escapeXml(codes.get(indicatorId)!)}"${category} value="${decimal(value!)}"/>`;
    });
    return `  <group orgUnit="${regionToCode(regionCode)}" period="${periodToAdx(period)}" dataSet="${dataSetOf(period)}">\n${values.join('\n')}\n  </group>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<adx xmlns="${adxNamespace}" exported="${now.toISOString()}">\n  <!-- ${escapeXml(`${terms.zh} ${terms.en}`).replaceAll('--', '–')} -->\n${bodies.join('\n')}\n</adx>\n`;
}

/** A decimal of XML Schema has no exponent. */
function decimal(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : plain;
}
