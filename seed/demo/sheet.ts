import { csvLine } from '#app/domain/base/exports/csv.ts';
import { checkSheet } from '#app/domain/base/imports/check-sheet.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { kinds } from '#app/jobs/imports/all.ts';
import { inventedCode } from './organisations.ts';
import { by, type Stage } from './stage.ts';

/** 示例导入: the office has brought a sheet of organisations and looks at its errors before doing anything. */
export async function bringSheet(stage: Stage): Promise<void> {
  const { heads } = sheetsWords['zh-CN'].imports;
  const line = (name: string, code: string, regionCode: string, phone: string) => csvLine([name, '社会组织', code, regionCode, '合肥市（示例地址）', '示例联系人', phone]);
  const good = inventedCode('52', '340102003');
  const content = [
    csvLine([heads.name, heads.kind, heads.creditCode, heads.regionCode, heads.address, heads.contactName, heads.contactPhone]),
    line('合肥市小橘灯儿童服务中心（示例）', inventedCode('52', '340103002'), '340103', '0551-60000031'),
    line('合肥市青苗亲子阅读促进会（示例）', `${good.slice(0, 17)}${good[17] === '0' ? '1' : '0'}`, '340102', '0551-60000032'),
    line('合肥市小水滴公益发展中心（示例）', inventedCode('52', '340104004'), '340104', '电话待补'),
  ].join('');
  await checkSheet(by(stage, 'office', { day: 0, at: '08:40' }), kinds, { kind: 'organisations', name: '示例机构名单.csv', content: new TextEncoder().encode(content) });
}
