import start from '#app/enhance/walk/start.ts?worker&url';
import { shellWorker } from '#app/routes/phone/shell-worker.ts';
import look from '#app/ui/child/walk.css?url';
import tokens from '#app/ui/tokens.css?url';

/** 一米视角走查的离线外壳. */
export const loader = () => shellWorker('/walk', [start, look, tokens]);
