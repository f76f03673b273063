import type { Prepared } from '#app/db/prepare.ts';
import { seedSteps } from '#seed/steps.ts';

/** What every test finds in its database: the standard, and the regions of Jiangsu, Anhui and Beijing. */
export async function seedTemplate(urls: Prepared): Promise<void> {
  for (const step of seedSteps) await step.run(urls, { provinces: ['11', '32', '34'] });
}
