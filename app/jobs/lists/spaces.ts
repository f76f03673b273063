import { listOf, pageByPage } from '#app/domain/base/exports/list.ts';
import { fieldsOf } from '#app/domain/service/spaces/as-fields.ts';
import { listAllSpaces } from '#app/domain/service/spaces/read.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { spacesWords } from '#app/i18n/spaces.ts';

type Listed = Awaited<ReturnType<typeof listAllSpaces>>['rows'][number];

/** 儿童空间: its columns are those of the sheet that brings them. */
export const spacesList = listOf<Listed>({
  name: 'spaces',
  verb: 'space.inspect',
  page: '/desk/exports',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { kinds, bands, states, columns, access, norms, work: { form } } = spacesWords[locale];
    const text = (row: Listed, name: string) => String(fieldsOf(row)[name] ?? '');
    const gap = locale === 'en' ? ', ' : '、';
    return [
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: columns.place, width: 34, cell: (row) => row.place },
      { title: form.name, width: 26, cell: (row) => row.name },
      { title: form.kind, width: 16, cell: (row) => kinds[row.kind] },
      { title: form.ages, width: 24, cell: (row) => row.bands.map((band) => bands[band]).join(gap) },
      { title: form.address, width: 34, cell: (row) => row.address },
      { title: form.lng, width: 12, cell: (row) => text(row, 'lng') },
      { title: form.lat, width: 12, cell: (row) => text(row, 'lat') },
      { title: form.area, width: 10, cell: (row) => row.area },
      { title: form.fittings, width: 40, cell: (row) => text(row, 'fittings') },
      { title: form.workdays, width: 24, cell: (row) => text(row, 'workdays') },
      { title: form.daysOff, width: 24, cell: (row) => text(row, 'daysOff') },
      { title: form.holidays, width: 24, cell: (row) => text(row, 'holidays') },
      { title: form.access, width: 30, cell: (row) => row.access.map((one) => access[one]).join(gap) },
      { title: form.norms, width: 24, cell: (row) => row.norms.map((norm) => norms[norm]).join(gap) },
      { title: form.responsible, width: 14, cell: (row) => row.responsibleName },
      { title: columns.state, width: 12, cell: (row) => states[row.state] },
      { title: columns.next, width: 12, cell: (row) => row.inspectNextOn },
    ];
  },
  batches: (ctx) => pageByPage((after) => listAllSpaces(ctx, { after })),
});
