import type { ReactNode } from 'react';
import { pictures } from '#app/domain/children/suggestions/model.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import { Say } from '#app/ui/child/say.tsx';
import { DrawingBoard } from './drawing-board.tsx';
import { pictureDrawings } from './drawings.ts';

function Way({ label, drawing, needs, isOpen, children }: { label: string; drawing: ChildDrawingName; needs?: 'draw' | 'voice'; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="way" data-way="" {...(needs ? { 'data-needs': needs, hidden: true } : {})} {...(isOpen ? { open: true } : {})}>
      <summary>
        <ChildDrawing name={drawing} />
        <Say>{label}</Say>
      </summary>
      <div className="inside">{children}</div>
    </details>
  );
}

/** One of several sentences at a time; a script chooses, and each has its pinyin. */
function Lines({ words }: { words: Record<string, string> }) {
  return Object.entries(words).map(([name, text]) => <span key={name} data-line={name} hidden><Say>{text}</Say></span>);
}

/** 怎么说: by drawing and aloud where the browser can, by a photograph, by pictures alone; none of them needs a word. */
export function SayWays({ words: { say, pictures: names, drawn }, chosen, isPicked }: { words: ChildSuggestionsWords; chosen: readonly string[]; isPicked: boolean }) {
  return (
    <div className={isPicked ? 'ways three' : 'ways'}>
      <Way label={say.draw} drawing="pencil" needs="draw"><DrawingBoard say={say} words={drawn} /></Way>
      <Way label={say.speak} drawing="microphone" needs="voice">
        <p role="status" data-voice-line><Lines words={{ recording: say.recording, recorded: say.recorded, full: say.full, none: say.noSound }} /></p>
        <button className="btn" type="button" data-record><Lines words={{ record: say.record, stop: say.stop, again: say.again }} /></button>
        <audio controls data-heard aria-label={drawn.heard} hidden />
        <button className="btn quiet" type="button" data-drop hidden><Say>{drawn.drop}</Say></button>
        <input type="file" name="voice" accept="audio/*" hidden tabIndex={-1} aria-label={say.speak} />
      </Way>
      <Way label={say.photo} drawing="camera">
        <label className="fileway"><Say>{say.photoFile}</Say><input type="file" name="photo" accept="image/*" /></label>
        <img data-shown alt={drawn.shown} hidden />
        <button className="btn quiet" type="button" data-drop hidden><Say>{drawn.drop}</Say></button>
        <p><Say>{say.photoNote}</Say></p>
      </Way>
      {isPicked ? null : (
        <Way label={say.choose} drawing="picture" isOpen={chosen.length > 0}>
          <div className="pick" role="group" aria-label={say.choose}>
            {pictures.map((picture) => (
              <label key={picture}>
                <input type="checkbox" name="pictures[]" value={picture} defaultChecked={chosen.includes(picture)} />
                <ChildDrawing name={pictureDrawings[picture]} />
                <Say>{names[picture]}</Say>
              </label>
            ))}
          </div>
        </Way>
      )}
    </div>
  );
}
