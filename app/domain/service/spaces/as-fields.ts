import { spansText } from './hours.ts';
import { conditionNames } from './model.ts';
import type { spaces } from './tables.server.ts';

export type SpaceFields = Record<string, string | string[]>;

/** 空间写成表单: what would be typed to say the same again. */
export function fieldsOf(space: typeof spaces.$inferSelect): SpaceFields {
  return {
    name: space.name, kind: space.kind, bands: space.bands, address: space.address, lng: space.lng === null ? '' : String(space.lng), lat: space.lat === null ? '' : String(space.lat), datum: 'wgs84',
    area: space.area === null ? '' : String(space.area), fittings: space.fittings.map(({ name, band, count, condition }) => `${name} ${band} ${count} ${conditionNames[condition]}`).join('\n'),
    workdays: spansText(space.hours.workdays), daysOff: spansText(space.hours.daysOff), holidays: spansText(space.hours.holidays), hoursNote: space.hours.note, access: space.access, norms: space.norms,
    responsibleName: space.responsibleName, responsibleContact: space.responsibleContact, inspectEvery: String(space.inspectEvery), photoIds: space.photoIds, ...(space.isCoarse ? { isCoarse: 'yes' } : {}),
  };
}
