import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { withUnit } from '#app/domain/city/city-plans/say.ts';
import { type AlertRow, pageOfAlerts } from '#app/domain/city/early-warning/alert-pages.ts';
import { AlertsAsked, filterOf } from '#app/domain/city/early-warning/input.ts';
import { cityWords } from '#app/i18n/city.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { queryOf } from '#app/platform/query.ts';

/** 监测预警: each alert a row, what is folded on the page too. */
export const alertsList = listOf<AlertRow>({
  name: 'alerts',
  verb: 'warning.read',
  page: '/desk/warnings',
  columns: (locale) => {
    const { columns, alert, file, levels, states, rules, says, unwatched, nation } = warningWords[locale];
    const said = (row: AlertRow) => (value: number | null) => (value === null ? '—' : withUnit(value, row.unit, cityWords[locale], locale));
    return [
      { title: file.place, width: 30, cell: (row) => row.place || nation },
      { title: sheetsWords[locale].heads.regionCode, width: 12, cell: (row) => (row.regionCode === '*' ? '' : row.regionCode) },
      { title: file.code, width: 10, cell: (row) => row.code },
      { title: file.indicator, width: 36, cell: (row) => row.name },
      { title: columns.level, width: 8, cell: (row) => levels[row.level] },
      { title: alert.facts.rule, width: 16, cell: (row) => `${row.rule} ${rules[row.rule].name}` },
      { title: alert.facts.ground, width: 48, cell: (row) => says(row.rule, row.ground, said(row)) },
      { title: columns.state, width: 18, cell: (row) => (row.isUnwatched ? unwatched : states[row.state]) },
      { title: alert.judge, width: 10, cell: (row) => (row.verdict ? alert.verdicts[row.verdict] : null) },
      { title: alert.facts.raised, width: 12, cell: (row) => row.raisedOn },
      { title: alert.facts.due, width: 12, cell: (row) => row.dueOn },
      { title: alert.facts.department, width: 20, cell: (row) => row.department },
      { title: alert.facts.owner, width: 14, cell: (row) => row.ownerName },
      { title: alert.reason, width: 40, cell: (row) => row.reason || null },
      { title: alert.measure, width: 40, cell: (row) => row.measure || null },
      { title: alert.measureBy, width: 12, cell: (row) => row.measureBy },
      { title: file.answeredOn, width: 12, cell: (row) => row.answeredOn },
      { title: file.answeredBy, width: 14, cell: (row) => row.answeredByName },
      { title: file.closedOn, width: 12, cell: (row) => row.closedOn },
      { title: file.closedBy, width: 14, cell: (row) => row.closedByName },
      { title: file.endedOn, width: 12, cell: (row) => row.endedOn },
    ];
  },
  batches: (ctx, search) => {
    const asked = filterOf(queryOf(searchOf(search), AlertsAsked));
    return pageByPage((after) => pageOfAlerts(ctx, { ...asked, after }));
  },
});
