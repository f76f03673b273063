import { useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import type { Problem } from '#app/platform/http.ts';
import { TextField } from '#app/ui/desk/field.tsx';

type Known = { title: string; heldOn: string; heldAt: string; place: string; isRemote: boolean; quorum: number };

/** 会议的内容: what a form of planning or moving a meeting asks. */
export function MeetingFields({ known, problem }: { known?: Known; problem: Problem | undefined }) {
  const { panel: words } = useWords(panelWords);
  return (
    <>
      <TextField name="title" label={words.fields.title} known={known?.title} problem={problem} minLength={4} maxLength={120} />
      <TextField name="heldOn" type="date" label={words.fields.heldOn} known={known?.heldOn} problem={problem} />
      <TextField name="heldAt" type="time" label={words.fields.heldAt} known={known?.heldAt ?? '14:00'} problem={problem} />
      <TextField name="place" label={words.fields.place} known={known?.place} problem={problem} minLength={2} maxLength={200} />
      <p className="choices"><label><input type="checkbox" name="isRemote" value="yes" defaultChecked={known?.isRemote ?? false} /> {words.fields.isRemote}</label></p>
      <TextField name="quorum" type="number" min={1} max={30} label={words.fields.quorum} hint={words.quorumHint} known={String(known?.quorum ?? 3)} problem={problem} />
    </>
  );
}
