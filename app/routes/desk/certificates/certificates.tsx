import { Link } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { levels, standings } from '#app/domain/pilot/certification/model.ts';
import { listCertificates } from '#app/domain/pilot/certification/read.ts';
import { AskedCertificates } from '#app/jobs/lists/certificates.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneOf } from './tones.ts';
import type { Route } from './+types/certificates.ts';

const Asked = AskedCertificates.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    asked, page: await listCertificates(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [], maySet: may(ctx.actor, 'award-level.edit', { regionCode: '*' }),
  }));
}

/** 证书名册. */
export default function DeskCertificates({ loaderData: { asked, page, path, maySet } }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const { desk } = words;
  const home = useWords(deskWords);
  const locale = useLocale();
  const say = (pair: { zh: string; en: string }) => (locale === 'en' ? pair.en : pair.zh);
  const tab = (standing: (typeof standings)[number] | 'ending' | 'waiting' | undefined, label: string) => ({
    label, to: standing ? `/desk/certificates?standing=${standing}` : '/desk/certificates', isHere: asked.standing === standing,
  });
  return (
    <>
      <PageHead
        title={desk.title}
        lead={desk.lead}
        actions={
          <>
            <ExportButton list="certificates" />
            {maySet && <ButtonLink to="/desk/award-levels">{desk.levels}</ButtonLink>}
            <ButtonLink to="/desk/certificates/issue" type="primary">{desk.issue}</ButtonLink>
          </>
        }
      />
      <KeysetTable
        page={page}
        together={{ action: '/desk/certificates/renew', deeds: [{ value: 'renew', label: desk.renewPage.title }], nameOf: (row) => row.number }}
        empty={{ text: Object.keys(asked).length > 0 ? desk.none : desk.noneYet }}
        tabs={[tab(undefined, desk.any), tab('waiting', desk.toDecide), ...standings.map((standing) => tab(standing, words.standings[standing])), tab('ending', words.ending)]}
        filters={
          <>
            {asked.standing && <input type="hidden" name="standing" value={asked.standing} />}
            <div className="fil-item">
              {home.region}
              <RegionFilter path={path} />
            </div>
            <PickBox name="level" label={desk.level} value={asked.level} options={levels.map((level) => ({ value: level, label: words.levels[level] }))} />
            <SearchBox value={asked.q} label={desk.search} placeholder={desk.search} />
          </>
        }
        columns={[
          {
            name: 'unit', title: desk.columns.unit, place: 'main',
            show: (row) => (
              <>
                <Link to={`/desk/certificates/${row.id}`}><b>{row.content.unit}</b></Link>
                <small>{row.number}</small>
              </>
            ),
          },
          { name: 'place', title: desk.columns.place, place: 'wide', show: (row) => row.content.place.join(' ') },
          { name: 'level', title: desk.columns.level, show: (row) => (row.content.grade ? words.gradeOf(words.levels[row.level], say(row.content.grade)) : words.levels[row.level]) },
          { name: 'issuedOn', title: desk.columns.issuedOn, show: (row) => <span className="num">{row.issuedOn}</span> },
          { name: 'validUntil', title: desk.columns.validUntil, show: (row) => <span className="num">{row.validUntil}</span> },
          {
            name: 'standing', title: desk.columns.standing, place: 'state',
            show: (row) => <StatusTag tone={toneOf[row.standing]}>{words.standings[row.standing]}{row.renewalAskedAt && row.standing === 'valid' ? ` · ${desk.renewalAsked}` : ''}</StatusTag>,
          },
        ]}
      />
    </>
  );
}
