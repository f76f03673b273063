import { useWords } from '#app/i18n/pair.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { UploadField } from '#app/ui/light/upload.tsx';

/** 证据: a file box that works without script. */
export function EvidenceField({ id = 'evidence', hint }: { id?: string; hint?: string }) {
  const words = useWords(objectionsWords);
  return (
    <UploadField
      id={id}
      name="evidence"
      label={words.evidence}
      hint={hint ?? words.evidenceHint}
      words={{ required: words.required, optional: words.optional }}
      choose={words.evidenceChoose}
      rule={words.evidenceRule}
      accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,.heif"
      multiple
    />
  );
}
