import { Link } from 'react-router';
import { listChanges } from '#app/domain/base/region-changes/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { regionChangesWords } from '#app/i18n/region-changes.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneOf } from './tone.ts';
import type { Route } from './+types/changes.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await listChanges(context.get(ctxKey)) }));
}

/** 区划变更: what was announced, the newest day first. */
export default function ChangesPage({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords(regionChangesWords);
  const { exportRegions } = useWords(sheetsWords);
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<><ExportButton list="regions" search="" label={exportRegions} /><ButtonLink to="/desk/region-changes/new" type="primary">{words.new}</ButtonLink></>}
      />
      <KeysetTable
        page={{ rows }}
        empty={{ text: words.empty }}
        columns={[
          {
            name: 'what', title: words.columns.what, place: 'main',
            show: (row) => <Link to={`/desk/region-changes/${row.id}`}><b>{words.kinds[row.kind]}</b> {words.line(row.fromName || row.fromCode, row.toName)}</Link>,
          },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={toneOf(row)}>{words.states[row.state]}</StatusTag> },
          { name: 'effectiveOn', title: words.columns.effectiveOn, show: (row) => <span className="num">{row.effectiveOn}</span> },
          { name: 'by', title: words.columns.by, place: 'wide', show: (row) => row.proposedByName },
          { name: 'source', title: words.columns.source, place: 'wide', show: (row) => row.source },
        ]}
      />
    </>
  );
}
