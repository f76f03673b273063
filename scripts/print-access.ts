import { writeFileSync } from 'node:fs';
import { accessPage } from './access-page.ts';

/** 打印权限表 into docs/access.md. */
writeFileSync(new URL('../docs/access.md', import.meta.url), accessPage());
