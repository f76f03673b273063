import { Button } from 'antd';
import { Form } from 'react-router';
import type { previewIssue } from '#app/domain/pilot/certification/candidates.ts';
import type { Level } from '#app/domain/pilot/certification/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

type Preview = Awaited<ReturnType<typeof previewIssue>>;
type Row = Preview['rows'][number];

/** 签发预览: every entry with what would happen to it; what can be issued is chosen already. */
export function IssueTable({ level, notice, setting, rows }: Preview & { level: Level }) {
  const { issuePage } = useWords(certificationWords).desk;
  const locale = useLocale();
  const name = locale === 'en' ? setting.name.en : setting.name.zh;
  const hasGrades = setting.grades.length > 0;
  return (
    <Form method="post">
      <input type="hidden" name="noticeId" value={notice.id} />
      <input type="hidden" name="level" value={level} />
      <Pane title={issuePage.entries} note={`${name} · ${issuePage.valid(setting.validMonths)}`} flush>
        <div className="rows">
          <table>
            <thead>
              <tr>
                <th scope="col" className="pick"><span className="vh">{issuePage.chosen}</span></th>
                <th scope="col" className="main">{useWords(certificationWords).desk.columns.unit}</th>
                {hasGrades && <th scope="col">{issuePage.grade}</th>}
                <th scope="col" className="state">{issuePage.state}</th>
              </tr>
            </thead>
            <tbody>{rows.map((row) => <EntryRow key={row.applicationId} row={row} setting={setting} />)}</tbody>
          </table>
        </div>
      </Pane>
      <p className="lead">{issuePage.allPicked}</p>
      <Button type="primary" htmlType="submit" disabled={rows.every(({ refusal }) => refusal !== null)}>{issuePage.issue}</Button>
    </Form>
  );
}

function EntryRow({ row, setting }: { row: Row; setting: Preview['setting'] }) {
  const { issuePage, columns } = useWords(certificationWords).desk;
  const locale = useLocale();
  const label = `${row.unit} ${row.number}`;
  return (
    <tr>
      <td className="pick">
        <input type="checkbox" name="ids[]" value={row.applicationId} defaultChecked={row.refusal === null} disabled={row.refusal !== null} aria-label={label} />
      </td>
      <td className="main" data-label={columns.unit} lang={locale === 'en' ? 'zh-CN' : undefined}>
        <b>{row.unit}</b> <small>{row.place.join(' ')} · {row.number}</small>
      </td>
      {setting.grades.length > 0 && (
        <td data-label={issuePage.grade}>
          {row.refusal === null && (
            <select className="dctl" name="grades[]" aria-label={`${label} ${issuePage.grade}`} defaultValue={`${row.applicationId}:${setting.grades.at(-1)!.id}`}>
              {setting.grades.map((grade) => <option key={grade.id} value={`${row.applicationId}:${grade.id}`}>{locale === 'en' ? grade.en : grade.zh}</option>)}
            </select>
          )}
        </td>
      )}
      <td className="state" data-label={issuePage.state}>
        {row.refusal === null ? (
          <StatusTag tone="good">{row.replaces ? issuePage.replaces(row.replaces) : issuePage.will}</StatusTag>
        ) : row.has ? (
          <StatusTag tone="rest">{issuePage.has} {row.has}</StatusTag>
        ) : (
          <StatusTag tone="bad">{refusalSentence(row.refusal, locale)}</StatusTag>
        )}
      </td>
    </tr>
  );
}
