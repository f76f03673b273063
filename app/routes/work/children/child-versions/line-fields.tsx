import { type Line, pictures } from '#app/domain/children/child-versions/model.ts';
import type { Polyphone } from '#app/domain/children/child-versions/polyphones.ts';
import type { ReadingProblem } from '#app/domain/children/child-versions/reading-level.ts';
import { forChildrenWords } from '#app/i18n/for-children.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Layer } from '#app/platform/ctx.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { drawnOr } from '#app/ui/child/drawings.ts';
import { LookContext } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import { Problems } from './problems.tsx';

type Props = { at: number; line: Line; layer: Layer; problems: readonly ReadingProblem[]; polyphones: readonly Polyphone[] };

/** 一句: what it says, its picture, the readings that can be corrected, and how a child sees it. */
export function LineFields({ at, line, layer, problems, polyphones }: Props) {
  const words = useWords(forChildrenWords);
  const { edit, pictures: names } = words;
  return (
    <fieldset className="card lineedit">
      <legend>{edit.line(at + 1)}</legend>
      <div className="childpreview" aria-label={edit.preview} role="group" lang="zh-CN">
        {line.drawing && layer !== 'teen' ? <ChildDrawing name={drawnOr(line.drawing, 'paper')} size={56} /> : null}
        <LookContext value={{ layer, hasPinyin: layer !== 'teen' }}>
          <p><Say readings={line.readings}>{line.text}</Say></p>
        </LookContext>
      </div>
      <label htmlFor={`text-${at}`} className="vh">{edit.line(at + 1)}</label>
      <textarea className="in" id={`text-${at}`} name={`text-${at}`} rows={2} defaultValue={line.text} maxLength={300} aria-invalid={problems.length > 0 || undefined} />
      <Problems problems={problems} />
      <div className="row">
        <label>
          {edit.drawing}{' '}
          <select className="in slim" name={`drawing-${at}`} defaultValue={line.drawing}>
            {pictures.map((name) => <option key={name} value={name}>{name === '' ? edit.noDrawing : names[name]}</option>)}
          </select>
        </label>
        {polyphones.length > 0 && layer !== 'teen' ? (
          <details>
            <summary>{edit.readings}</summary>
            <div className="row">
              {polyphones.map(({ at: place, character, now, choices }) => (
                <label key={place}>
                  {edit.reading(character)}{' '}
                  <select className="in slim" name={`reading-${at}-${place}`} defaultValue={now}>
                    {choices.map((reading) => <option key={reading}>{reading}</option>)}
                  </select>
                </label>
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </fieldset>
  );
}
