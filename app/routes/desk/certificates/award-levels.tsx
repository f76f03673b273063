import { Link } from 'react-router';
import { listAwardLevels } from '#app/domain/pilot/certification/award-levels.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/award-levels.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await listAwardLevels(context.get(ctxKey)) }));
}

/** 证书等级. */
export default function AwardLevels({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const { levelPage, ...desk } = words.desk;
  const lang = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <>
      <PageHead title={levelPage.title} lead={levelPage.lead} crumbs={[{ label: desk.title, to: '/desk/certificates' }]} />
      {rows.map(({ level, content }) => (
        <Pane key={level} title={content.name[lang]} note={levelPage.months(content.validMonths)} actions={<Link to={`/desk/award-levels/${level}`} aria-label={`${levelPage.edit} ${content.name[lang]}`}>{levelPage.edit}</Link>}>
          <Facts
            items={[
              { name: words.facts.about, value: content.about[lang] },
              { name: words.facts.needs, value: content.needs[lang] },
              { name: levelPage.requires, value: content.requires ? words.levels[content.requires] : levelPage.nothing },
              { name: levelPage.grades, value: content.grades.map((grade) => grade[lang]).join(' / ') || '—' },
            ]}
          />
        </Pane>
      ))}
    </>
  );
}
