import { escapeXml } from '#app/domain/base/documents/xml.ts';
import { everybody, type Words } from '#app/domain/city/indicators/model.ts';
import { inPieces } from '#app/platform/in-pieces.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Answer } from './answer-question.ts';
import { categoryOf, dataSetOf, groupToCode, periodToAdx, regionToCode } from './codes.ts';
import type { Figure } from './model.ts';

/** The namespace in which ADX messages are exchanged. */
export const adxNamespace = 'urn:ihe:qrph:adx:2015';

/** 断点的附注: ADX has an annotation for what a value needs said of it; a nought that bears one is read as no figure, so its break stands in a comment. */
const broken = '口径已变，与此前的数不可比 Break in series, not comparable with the figures before';

/** ADX: figures in groups of one region, period and data set, a category beside the value for those of a group; what is hidden is not sent. UTF-8, written group by group. */
export async function writeAdx({ figures, indicators, groups }: Pick<Answer, 'figures' | 'indicators' | 'groups'>, now: Date, terms: Words): Promise<Uint8Array[]> {
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  const known = new Map(groups.map((group) => [group.id, group]));
  const groupText = (members: readonly Figure[]) => {
    const { regionCode, period } = members[0]!;
    const values = members.map(({ indicatorId, breakdown, value, isBreak }) => {
      const category = breakdown === everybody ? '' : ` ${categoryOf(known.get(breakdown)!.dimension)}="${escapeXml(groupToCode(breakdown))}"`;
      const opened = `    <dataValue dataElement="${escapeXml(codes.get(indicatorId)!)}"${category} value="${decimal(value!)}"`;
      if (!isBreak) return `${opened}/>`;
      return value === 0 ? `${opened}/><!-- ${broken} -->` : `${opened}><annotation>${broken}</annotation></dataValue>`;
    });
    return `  <group orgUnit="${regionToCode(regionCode)}" period="${periodToAdx(period)}" dataSet="${dataSetOf(period)}">\n${values.join('\n')}\n  </group>\n`;
  };
  if (figures.every(({ value }) => value === null)) throw new Refusal('message-empty', 404);
  return inPieces((function* () {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<adx xmlns="${adxNamespace}" exported="${now.toISOString()}">\n  <!-- ${escapeXml(`${terms.zh} ${terms.en}`).replaceAll('--', '–')} -->\n`;
    for (const ofRegion of regionByRegion(figures)) for (const members of Map.groupBy(ofRegion, ({ period }) => period).values()) yield groupText(members);
    yield '</adx>\n';
  })());
}

/** Figures come region by region. */
function* regionByRegion(figures: readonly Figure[]): Generator<Figure[]> {
  let ofRegion: Figure[] = [];
  for (const figure of figures) {
    if (ofRegion.length > 0 && ofRegion[0]!.regionCode !== figure.regionCode) {
      yield ofRegion;
      ofRegion = [];
    }
    if (figure.value !== null) ofRegion.push(figure);
  }
  if (ofRegion.length > 0) yield ofRegion;
}

/** A decimal of XML Schema has no exponent. */
function decimal(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : plain;
}
