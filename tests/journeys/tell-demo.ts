import { openDb } from '#app/db/db.server.ts';
import { seedDemo } from '#seed/demo/story.ts';

/** 讲一遍演示: in a database that every stage gets a copy of; its files lie where this process was told. */
const [url] = process.argv.slice(2) as [string];
const { db, close } = openDb(url, 2);
await seedDemo(db, new Date());
await close();
