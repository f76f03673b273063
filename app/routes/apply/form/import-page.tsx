import type { ImportPreview } from '#app/domain/pilot/paper-forms/model.ts';
import type { listImports } from '#app/domain/pilot/paper-forms/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { paperWords } from '#app/i18n/paper.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Steps } from '#app/ui/light/steps.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { FormHead } from './form-head.tsx';
import { FormLinks } from './form-links.tsx';
import { ImportPreviewForm } from './import-preview.tsx';
import type { Form } from './read-only-part.tsx';

type Told = { written: number | undefined; restored: number | undefined; kept: number };
type Shown = { form: Form; imports: Awaited<ReturnType<typeof listImports>>; today: string; told: Told; preview: ImportPreview | undefined; refusal: string | undefined };

/** 导入页: choose a file, check what it says, take what is right; below, what was imported before. */
export function ImportPage({ form, imports, today, told, preview, refusal }: Shown) {
  const words = useWords(paperWords).import;
  const locale = useLocale();
  const { application } = form;
  return (
    <div className="wrap apply-page">
      <PageTitle title={`${words.title} · ${application.unit}`} />
      <FormHead form={form} today={today} here={words.title} />
      {refusal ? <Callout kind="bad">{refusalSentence(refusal, locale)}</Callout> : null}
      {told.written === undefined || preview || refusal ? null : <Callout kind="ok">{words.done(told.written)}</Callout>}
      {told.restored === undefined || preview || refusal ? null : <Callout kind="ok">{words.undoneNow(told.restored, told.kept)}</Callout>}
      {preview ? <ImportPreviewForm form={form} preview={preview} /> : <Choose form={form} />}
      <Past form={form} imports={imports} />
    </div>
  );
}

function Choose({ form }: { form: Form }) {
  const words = useWords(paperWords).import;
  const apply = useWords(applyWords);
  const here = `/apply/${form.application.id}`;
  if (!form.canFill) {
    return (
      <>
        <Callout kind="info">{apply.form.closed}</Callout>
        <FormLinks at={here} kind="filled" />
      </>
    );
  }
  return (
    <>
      <p>{words.lead}</p>
      <Steps steps={words.steps.map(([title, text]) => ({ title, text }))} />
      <FormLinks at={here} kind="filled" />
      <form className="card" method="post" encType="multipart/form-data">
        <UploadField id="file" label={words.file} words={{ required: apply.form.required, optional: apply.form.optional }} accept=".docx,.xlsx" choose={words.choose} rule={words.rule} required />
        <div className="row">
          <Button name="go" value="read">{words.read}</Button>
          <ButtonLink kind="quiet" href={here}>{words.back}</ButtonLink>
        </div>
      </form>
    </>
  );
}

function Past({ form, imports }: Pick<Shown, 'form' | 'imports'>) {
  const words = useWords(paperWords).import;
  if (imports.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.past}</h2>
      <ul className="plain">
        {imports.map((one) => (
          <li key={one.id} className="row">
            <span>{words.pastLine(beijingTime(one.at).slice(0, 16), one.byName, one.fileName, one.count)}</span>
            {one.undoneAt ? <span className="small muted">{words.undone(beijingTime(one.undoneAt).slice(0, 16))}</span> : null}
            {!one.undoneAt && form.canFill ? (
              <form method="post">
                <input type="hidden" name="importId" value={one.id} />
                <Button kind="quiet" name="go" value="undo">{words.undo}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
