import type { PaperRow } from '#app/domain/pilot/applications/form.ts';
import type { Question } from '#app/domain/pilot/calls/model.ts';
import { sizeWords } from '#app/domain/base/files/model.ts';
import type { Offer } from '#app/domain/base/evidence/offers.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { Hint } from './hint.tsx';
import { anchorOf, said } from './words-of.ts';

/** 材料题: a file box that works without script; with it the upload goes on where it broke off. */
export function PaperField({ question, papers, applicationId, error, reason, offers }: {
  question: Question; papers: PaperRow[]; applicationId: string; error: string | undefined; reason: string | undefined; offers: readonly Offer[];
}) {
  const words = useWords(applyWords);
  const { reuse, kinds } = useWords(evidenceWords);
  const locale = useLocale();
  const own = papers.filter((paper) => paper.paper === question.paper);
  return (
    <div data-paper={question.paper} data-application={applicationId}>
      <UploadField
        id={anchorOf(question.id)}
        name={`file.${question.paper}`}
        label={said(question.label, locale)}
        words={words.form}
        required={question.isRequired}
        {...(question.number ? { number: question.number } : {})}
        {...(question.hint || reason ? { hint: <Hint question={question} reason={reason} /> } : {})}
        {...(error ? { error } : {})}
        accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,application/pdf,image/jpeg,image/png,image/webp,image/heic,image/heif"
        choose={words.form.file}
        rule={words.form.fileRule}
        files={own.map((paper) => ({
          state: paper.state === 'stored' ? ('done' as const) : ('refused' as const),
          name: paper.name,
          line: paper.state === 'stored' ? words.form.fileLine(sizeWords(paper.size), paper.pages, paper.sha256.slice(0, 12)) : words.form.fileHeldBack,
          actions: (
            <>
              {paper.state === 'stored' && (
                <a href={`/papers/${applicationId}/${paper.fileId}`} target="_blank" rel="noreferrer">
                  {words.form.open}
                </a>
              )}
              <Button kind="plain" small name="go" value={`drop:${question.paper}:${paper.fileId}`}>
                {words.form.remove}
              </Button>
            </>
          ),
        }))}
      />
      {offers.length > 0 ? (
        <div className="have">
          <b>{reuse.inApplication}</b>
          <ul>
            {offers.map((one) => (
              <li key={one.id}>
                <span>{one.title}<small>{[kinds[one.kind], reuse.filesOf(one.fileCount)].join(' · ')}</small></span>
                <Button kind="quiet" small name="go" value={`use:${question.paper}:${one.id}`} aria-label={`${reuse.use}${locale === 'en' ? ': ' : '：'}${one.title}`}>{reuse.use}</Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="no-script-only">
        <Button kind="quiet" small name="go" value={`upload:${question.id}`}>
          {words.form.upload}
        </Button>
      </p>
    </div>
  );
}
