import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, daysBetween, longDay } from '#app/platform/dates.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import type { Form } from './read-only-part.tsx';

/** 申报表的页题: whose form it is, its number, its last day. */
export function FormHead({ form, today, here }: { form: Form; today: string; here: string }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const { application, lastDay } = form;
  const left = daysBetween(beijingDay(new Date(today)), lastDay);
  const state = application.status === 'draft' ? 'now' : application.status === 'returned' ? 'late' : 'done';
  return (
    <>
      <Breadcrumb label={words.form.crumbs} links={[{ href: '/', label: words.form.home }, { href: '/apply', label: words.home.title }]} here={here} />
      <PageHead
        title={words.form.title(application.unit)}
        tags={<Status state={state}>{words.statuses[application.status]}</Status>}
        lead={
          <>
            {words.form.lead(application.number, longDay(lastDay, locale), words.form.left(left))} · <a href={`/apply/${application.id}/history`}>{words.form.history}</a>
          </>
        }
      />
    </>
  );
}
