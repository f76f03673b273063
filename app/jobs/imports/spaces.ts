import { kindOf } from '#app/domain/base/imports/kind.ts';
import { compareSpaces, SpaceRow } from '#app/domain/service/spaces/compare-rows.ts';
import { datums } from '#app/domain/service/spaces/coordinates.ts';
import { SpaceInput } from '#app/domain/service/spaces/input.ts';
import { accessKinds, bands, spaceKinds, spaceNorms } from '#app/domain/service/spaces/model.ts';
import { editSpace, registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { takeBackSpace } from '#app/domain/service/spaces/take-back.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { spacesWords } from '#app/i18n/spaces.ts';

/** 儿童空间: registered, or corrected where one of that name is there. */
export const spacesImport = kindOf<SpaceRow>({
  name: 'spaces',
  verb: 'space.edit',
  columns: [
    { name: 'regionCode', isRequired: true, width: 16, most: 12 },
    { name: 'name', isRequired: true, width: 28, most: 60 },
    { name: 'kind', isRequired: true, width: 16, most: 40, choices: spaceKinds },
    { name: 'bands', isRequired: true, width: 26, most: 120, choices: bands, isMany: true },
    { name: 'address', isRequired: true, width: 34, most: 120 },
    { name: 'lng', isRequired: false, width: 12, most: 20 },
    { name: 'lat', isRequired: false, width: 12, most: 20 },
    { name: 'datum', isRequired: false, width: 26, most: 60, choices: datums },
    { name: 'area', isRequired: false, width: 10, most: 10 },
    { name: 'fittings', isRequired: false, width: 40, most: 3000 },
    { name: 'workdays', isRequired: false, width: 24, most: 120 },
    { name: 'daysOff', isRequired: false, width: 24, most: 120 },
    { name: 'holidays', isRequired: false, width: 24, most: 120 },
    { name: 'access', isRequired: false, width: 30, most: 200, choices: accessKinds, isMany: true },
    { name: 'norms', isRequired: false, width: 24, most: 120, choices: spaceNorms, isMany: true },
    { name: 'responsibleName', isRequired: true, width: 16, most: 60 },
    { name: 'responsibleContact', isRequired: false, width: 18, most: 60 },
    { name: 'inspectEvery', isRequired: false, width: 12, most: 3 },
  ],
  words: (locale) => {
    const { form } = spacesWords[locale].work;
    const { heads, regionNote } = sheetsWords[locale].imports;
    return {
      titles: {
        regionCode: heads.regionCode, name: form.name, kind: form.kind, bands: form.ages, address: form.address, lng: form.lng, lat: form.lat, datum: form.datum, area: form.area, fittings: form.fittings,
        workdays: form.workdays, daysOff: form.daysOff, holidays: form.holidays, access: form.access, norms: form.norms, responsibleName: form.responsible, responsibleContact: form.contact, inspectEvery: form.every,
      },
      choices: { kind: spacesWords[locale].kinds, bands: spacesWords[locale].bands, datum: form.datums, access: spacesWords[locale].access, norms: spacesWords[locale].norms },
      notes: { regionCode: regionNote, datum: form.datumHint, fittings: form.fittingsHint, workdays: form.hoursHint },
    };
  },
  input: SpaceRow,
  judge: compareSpaces,
  async apply(ctx, { regionCode, ...input }, before) {
    if (!before) return { subjectId: await registerSpace(ctx, regionCode, input) };
    await editSpace(ctx, before.subjectId, input);
    return before;
  },
  async undo(ctx, { subjectId, before }) {
    if (!before) return takeBackSpace(ctx, subjectId);
    const { revision, ...fields } = before;
    return editSpace(ctx, subjectId, SpaceInput.parse(fields), Number(revision) + 1);
  },
});
