import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations as installQueue } from 'graphile-worker';
import pg from 'pg';
import { sealedRights } from './sealed.ts';

const appRole = 'tongyou_app';

/** The queue hides its rows from everybody but its owner; the app's role works them. */
const letTheAppWorkTheQueue = `do $$ declare hidden record; begin
  for hidden in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app_works')
  loop
    execute format('create policy app_works on graphile_worker.%I to ${appRole} using (true) with check (true)', hidden.relname);
  end loop;
end $$`;

/** What the app's role may do: read and write rows, own nothing; 办理记录 and 提交 it can only add. */
const grants = [
  `create extension if not exists pg_trgm`,
  `grant usage on schema public, graphile_worker to ${appRole}`,
  `grant select, insert, update, delete on all tables in schema public, graphile_worker to ${appRole}`,
  `grant usage, select on all sequences in schema public, graphile_worker to ${appRole}`,
  `grant execute on all functions in schema graphile_worker to ${appRole}`,
  letTheAppWorkTheQueue,
  `revoke update, delete, truncate on records, record_seals, record_days, record_roots from ${appRole}`,
  `revoke delete, truncate on record_horizon from ${appRole}`,
  `revoke update, delete, truncate on submissions from ${appRole}`,
  `grant update (withdrawn_at) on submissions to ${appRole}`,
  `revoke update, delete, truncate on decisions from ${appRole}`,
  `revoke update, delete, truncate on notice_versions, notice_prints from ${appRole}`,
  `revoke update, delete, truncate on panel_minutes, decision_explanations, rankings, ranking_rules, second_rounds, second_round_closings from ${appRole}`,
  `revoke delete, truncate on reconsiderations from ${appRole}`,
  `revoke update, delete, truncate on conflicts, attestations, openings, expert_agreements from ${appRole}`,
  `grant update (lifted_at, lifted_by, lifted_by_name, lift_reason) on conflicts to ${appRole}`,
  `revoke update, delete, truncate on certificates from ${appRole}`,
  `grant update (state, state_since, state_reason, kid, credential, credential_hash, renewal_asked_at, renewal_note) on certificates to ${appRole}`,
  `revoke update, delete, truncate on visit_entries, visit_samples from ${appRole}`,
  `revoke update, delete, truncate on plan_versions from ${appRole}`,
  `revoke update, delete, truncate on self_assessment_submissions from ${appRole}`,
  `revoke update, delete, truncate on result_sheets from ${appRole}`,
  `revoke update, delete, truncate on report_forms, report_submissions, evaluation_settings, evaluators, spot_checks, spot_picks from ${appRole}`,
  `revoke delete, truncate on progress_reports, evaluations from ${appRole}`,
  `grant update (set_aside_at) on evaluators to ${appRole}`,
  `grant update (is_public) on spot_checks to ${appRole}`,
  `grant update (outcome, note, found_on, found_by_name) on spot_picks to ${appRole}`,
  `revoke update, delete, truncate on library_case_versions from ${appRole}`,
  `revoke delete, truncate on monitoring_reports from ${appRole}`,
  `revoke update, delete, truncate on alert_steps, indicator_versions, indicator_value_pasts, city_plan_revisions, district_target_versions, collection_hand_ins from ${appRole}`,
  `revoke update, delete, truncate on principles, sections, norms, rules from ${appRole}`,
  `revoke update, delete, truncate on erasures, child_notices from ${appRole}`,
  `revoke delete, truncate on retention_periods, retention_holds, retention_runs, retention_certificates, incidents, incident_measures, incident_scopes, incident_children from ${appRole}`,
  `revoke update, delete, truncate on moderation_reports, moderation_word_lists from ${appRole}`,
  ...sealedRights,
  // A report is never deleted; what was copied in is only sealed anew, or emptied once by another person when it is kept no longer.
  `revoke update, delete on protection.reports, protection.readings, protection.knowing from tongyou_protection`,
  `grant update (region_code, state, told_above_at, closed_by, closed_by_name, closed_at, sealed_noticed, sealed_evidence, sealed_closing, hold_ending, hold_ended_by_name, hold_ended_at, sealed_hold_reason) on protection.reports to tongyou_protection`,
  `grant update (knew_at) on protection.knowing to tongyou_protection`,
];

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');

/** 迁移: brings the schema and the queue forward as the owner, then states the app's rights anew, all at one moment. */
export async function migrate(migratorUrl: string, { folder = migrationsFolder, withRights = true } = {}): Promise<void> {
  const pool = new pg.Pool({ connectionString: migratorUrl, max: 1 });
  pool.on('error', () => undefined); // a connection that breaks while idle fails the next statement, not the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query('create extension if not exists pg_trgm');
    await runMigrations(drizzle(pool), { migrationsFolder: folder });
    await installQueue({ pgPool: pool });
    if (!withRights) return;
    await pool.query(['begin', ...grants, 'commit'].join(';\n'));
  } finally {
    await pool.end();
  }
}
