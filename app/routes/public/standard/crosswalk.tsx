import { addressOf } from '#app/domain/base/standard/filter.ts';
import { draftItems, goalAreas, inLanguage, type PlacedRule, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/crosswalk.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => rulesOf(await currentEdition(context.get(ctxKey))));
}

export default function CrosswalkPage({ loaderData: rules }: Route.ComponentProps) {
  const words = useWords(standardWords);
  const site = useWords(siteWords);
  return (
    <div className="wrap body">
      <PageTitle title={words.crosswalkTitle} about={words.crosswalkLead} />
      <Breadcrumb
        label={site.crumb}
        links={[{ href: '/', label: site.nav.home }, { href: '/standard', label: site.nav.standard }]}
        here={words.crosswalk}
      />
      <PageHead title={words.crosswalkTitle} lead={words.crosswalkLead} />
      <Crossed
        head={words.itemsHead}
        column={words.itemColumn}
        lines={draftItems.map((item) => ({
          name: `${item} ${words.items[item - 1]}`,
          href: addressOf({ item }),
          rules: rules.filter((rule) => rule.draftItems.includes(item)),
        }))}
      />
      <Crossed
        head={words.goalsHead}
        column={words.goalColumn}
        lines={goalAreas.map((goal) => ({
          name: `${goal} ${words.goals[goal - 1]}`,
          href: addressOf({ goal }),
          rules: rules.filter((rule) => rule.goalAreas.includes(goal)),
        }))}
      />
    </div>
  );
}

type Line = { name: string; href: string; rules: PlacedRule[] };

function Crossed({ head, column, lines }: { head: string; column: string; lines: Line[] }) {
  const words = useWords(standardWords);
  const locale = useLocale();
  return (
    <section className="sec tight">
      <h2>{head}</h2>
      <DataTable
        caption={head}
        rows={lines}
        keyOf={(line) => line.name}
        columns={[
          { head: column, isName: true, cell: (line) => <a href={line.href}>{line.name}</a> },
          { head: words.countColumn, right: true, cell: (line) => line.rules.length },
          {
            head: words.rulesColumn,
            cell: (line) => (
              <span className="idlist">
                {line.rules.map((rule) => (
                  <a key={rule.id} href={`/standard/${rule.id}`} title={inLanguage(rule, locale)}>
                    {rule.id}
                  </a>
                ))}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
