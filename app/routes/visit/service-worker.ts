import start from '#app/enhance/visit/start.ts?worker&url';
import { shellWorker } from '#app/routes/phone/shell-worker.ts';
import look from '#app/ui/light/visit.css?url';
import tokens from '#app/ui/tokens.css?url';

/** 实地评估的离线外壳. */
export const loader = () => shellWorker('/visit', [start, look, tokens]);
