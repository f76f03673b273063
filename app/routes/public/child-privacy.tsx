import { currentNotice, listNotices, noticeOf } from '#app/domain/children/identity/notice.ts';
import { purposes } from '#app/domain/children/identity/model.ts';
import { childPrivacyWords } from '#app/i18n/child-privacy.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/child-privacy.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const asked = Number(new URL(request.url).searchParams.get('version') ?? 0);
    const versions = await listNotices(ctx);
    const notice = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? await noticeOf(ctx, asked) : await currentNotice(ctx);
    const day = (at: Date) => shortDay(beijingDay(at), ctx.locale);
    return {
      version: notice.version, hash: notice.hash, text: notice.content[ctx.locale], publishedOn: day(notice.publishedAt), isCurrent: notice.version === versions[0]?.version,
      versions: versions.map(({ version, publishedAt }) => ({ version, on: day(publishedAt) })),
    };
  });
}

/** 儿童个人信息处理规则: for adults and for children, every version as it was published. */
export default function ChildPrivacyPage({ loaderData: { version, hash, text, publishedOn, isCurrent, versions } }: Route.ComponentProps) {
  const words = useWords(childPrivacyWords);
  return (
    <div className="wrap body stacked families">
      <PageTitle title={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {isCurrent ? null : <Callout kind="check">{words.earlier} <a href="/privacy/children">{words.seeCurrent}</a></Callout>}
      <Facts facts={[{ term: words.version(version), text: `${words.published} ${publishedOn}` }, { term: words.hash, text: <code className="breaks">{hash}</code> }, { term: words.contact, text: text.contact }]} />
      <div className="prose">
        {text.adult.map(({ heading, lines }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {lines.map((line) => <p key={line}>{line}</p>)}
          </section>
        ))}
        <h2>{words.purposes}</h2>
        <ul>
          {purposes.map((purpose) => (
            <li key={purpose}><strong>{text.purposes[purpose].name}</strong> {text.purposes[purpose].why} {words.refusing}{text.purposes[purpose].refusing}</li>
          ))}
        </ul>
        <section id="for-children">
          <h2>{words.forChildren}</h2>
          <ul>{text.child.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
        <h2>{words.versions}</h2>
        <ul>
          {versions.map((one) => (
            <li key={one.version}><a href={`/privacy/children?version=${one.version}`}>{words.version(one.version)}</a> {one.on}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
