import { randomOf, type Scale } from '../bench/panels/draw.ts';
import { drawPanel } from '../bench/panels/panel.ts';

/** The marks of a simulated panel, the same for the same seed. */
export const aPanel = (seed: number, scale: Scale) => drawPanel(randomOf(seed), scale).marks;

export { scoring as simulated } from '../bench/works/scoring.ts';
