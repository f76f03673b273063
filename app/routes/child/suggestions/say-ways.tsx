import type { ReactNode } from 'react';
import { pictures } from '#app/domain/children/suggestions/model.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import { Say } from '#app/ui/child/say.tsx';
import { pictureDrawings } from './drawings.ts';

const colours = ['#182b27', '#b3261e', '#1f5c94', '#1b7340', '#c77700'];

function Way({ label, drawing, needs, isOpen, children }: { label: string; drawing: ChildDrawingName; needs?: 'draw' | 'voice'; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="way" {...(needs ? { 'data-needs': needs, hidden: true } : {})} {...(isOpen ? { open: true } : {})}>
      <summary>
        <ChildDrawing name={drawing} />
        <Say>{label}</Say>
      </summary>
      <div className="inside">{children}</div>
    </details>
  );
}

/** 怎么说: by drawing and aloud where the browser can, by a photograph, by pictures alone; none of them needs a word. */
export function SayWays({ words: { say, pictures: names }, chosen }: { words: ChildSuggestionsWords; chosen: readonly string[] }) {
  return (
    <div className="ways">
      <Way label={say.draw} drawing="pencil" needs="draw">
        <div className="paints" role="group" aria-label={say.colours}>
          {colours.map((colour, at) => <button key={colour} type="button" data-colour={colour} style={{ background: colour }} aria-label={`${say.colours} ${at + 1}`} aria-pressed={at === 0} />)}
        </div>
        <canvas width={960} height={600} aria-label={say.canvas} role="img" />
        <button className="btn quiet" type="button" data-wipe><Say>{say.wipe}</Say></button>
        <input type="file" name="drawing" accept="image/png" hidden tabIndex={-1} aria-label={say.draw} />
      </Way>
      <Way label={say.speak} drawing="microphone" needs="voice">
        <p role="status" data-voice-line data-recording={say.recording} data-recorded={say.recorded} data-full={say.full} data-none={say.noSound} />
        <button className="btn" type="button" data-record data-stop={say.stop} data-again={say.again}>{say.record}</button>
        <input type="file" name="voice" accept="audio/*" hidden tabIndex={-1} aria-label={say.speak} />
      </Way>
      <Way label={say.photo} drawing="camera">
        <label className="fileway"><Say>{say.photoFile}</Say><input type="file" name="photo" accept="image/*" /></label>
        <p><Say>{say.photoNote}</Say></p>
      </Way>
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
    </div>
  );
}
