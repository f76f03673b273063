CREATE TABLE "result_changes" (
	"county_code" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"stream" text NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"edition_id" text NOT NULL,
	"before" text,
	"after" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "result_changes_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "result_sheets" (
	"county_code" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"stream" text NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"edition_id" text NOT NULL,
	"revision" integer NOT NULL,
	"letters" text NOT NULL,
	"score" real,
	"source_id" text NOT NULL,
	"concluded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "result_sheets_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_sheet_per_revision" UNIQUE("county_code","region_code","stream","year","revision"),
	CONSTRAINT "result_sheet_in_its_county" CHECK ("result_sheets"."county_code" = rpad(left("result_sheets"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "rule_results" (
	"county_code" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"stream" text NOT NULL,
	"rule_id" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "rule_results_county_code_year_region_code_stream_rule_id_pk" PRIMARY KEY("county_code","year","region_code","stream","rule_id"),
	CONSTRAINT "rule_result_in_its_county" CHECK ("rule_results"."county_code" = rpad(left("rule_results"."region_code", 6), 6, '0')::int)
) PARTITION BY RANGE ("year");
--> statement-breakpoint
DO $$ BEGIN
  FOR y IN 2017..2050 LOOP
    EXECUTE format('CREATE TABLE rule_results_%s PARTITION OF rule_results FOR VALUES FROM (%s) TO (%s)', y, y, y + 1);
  END LOOP;
  CREATE TABLE rule_results_other PARTITION OF rule_results DEFAULT;
END $$;
--> statement-breakpoint
ALTER TABLE "result_sheets" ADD CONSTRAINT "result_sheets_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_sheets_by_time" ON "result_sheets" USING btree ("county_code","region_code","stream","concluded_at");
--> statement-breakpoint
ALTER TABLE "result_changes" ADD CONSTRAINT "result_change_in_its_county" CHECK ("result_changes"."county_code" = rpad(left("result_changes"."region_code", 6), 6, '0')::int);
--> statement-breakpoint
CREATE TABLE "second_round_closings" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"closed_by" text NOT NULL,
	"closed_by_name" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_round_closings" ADD CONSTRAINT "second_round_closings_application_id_second_rounds_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."second_rounds"("application_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What a second round or the minutes of a meeting rest on is added once; so is the end of a second round.
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON second_round_closings FOR EACH ROW EXECUTE FUNCTION judgement_stands();
--> statement-breakpoint
CREATE FUNCTION second_round_is_open(application uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  select exists (select from second_rounds where application_id = application)
    and not exists (select from second_round_closings where application_id = application)
$$;
--> statement-breakpoint
-- Nobody is asked to read once more unless a second round stands open; who was asked in time may go on.
CREATE FUNCTION assignment_has_its_round() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if new.round = 1 then return new; end if;
  if tg_op = 'UPDATE' and new.round = old.round and new.application_id = old.application_id and (new.state <> 'assigned' or old.state = 'assigned') then return new; end if;
  if new.round <> 2 or not second_round_is_open(new.application_id) then
    raise exception 'no round % is open for application %', new.round, new.application_id using errcode = 'CF006';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER assignments_without_round BEFORE INSERT OR UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION assignment_has_its_round();
--> statement-breakpoint
-- Two who assign the same expert at one moment come one after the other, so that the second sees what the first took.
CREATE FUNCTION assignment_fits_load() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare most integer; begin
  if new.state not in ('assigned', 'accepted') or new.set_aside_at is not null then return new; end if;
  if tg_op = 'UPDATE' and old.state in ('assigned', 'accepted') and old.set_aside_at is null and old.expert_id = new.expert_id then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('load of ' || new.expert_id, 0));
  select max_load into most from experts where user_id = new.expert_id;
  if expert_load(new.expert_id) >= most then
    raise exception 'expert % has % in hand already', new.expert_id, most using errcode = 'CF005';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER assignments_without_overload BEFORE INSERT OR UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION assignment_fits_load();
--> statement-breakpoint
CREATE TABLE "burden_counts" (
	"county_code" integer NOT NULL,
	"form" text NOT NULL,
	"subject_id" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"asked" integer NOT NULL,
	"prefilled" integer NOT NULL,
	"reused" integer NOT NULL,
	CONSTRAINT "burden_counts_county_code_form_subject_id_pk" PRIMARY KEY("county_code","form","subject_id"),
	CONSTRAINT "burden_in_its_county" CHECK ("burden_counts"."county_code" = rpad(left("burden_counts"."region_code", 6), 6, '0')::int),
	CONSTRAINT "no_more_filled_than_asked" CHECK ("burden_counts"."asked" >= 0 and "burden_counts"."prefilled" >= 0 and "burden_counts"."reused" >= 0 and "burden_counts"."prefilled" + "burden_counts"."reused" <= "burden_counts"."asked")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"number" numeric,
	"unit" text DEFAULT '' NOT NULL,
	"fact_key" text DEFAULT '' NOT NULL,
	"files" jsonb NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL,
	"age_band" text DEFAULT '' NOT NULL,
	"confidentiality" text NOT NULL,
	"hash" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"added_by" text NOT NULL,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_for" text DEFAULT '' NOT NULL,
	"told_stage" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "evidence_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "evidence_in_its_county" CHECK ("evidence"."county_code" = rpad(left("evidence"."region_code", 6), 6, '0')::int),
	CONSTRAINT "evidence_days" CHECK ("evidence"."valid_to" is null or "evidence"."valid_to" >= "evidence"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "evidence_citations" (
	"county_code" integer NOT NULL,
	"evidence_id" uuid NOT NULL,
	"cited_by" text NOT NULL,
	"subject_id" text NOT NULL,
	"rule_id" text DEFAULT '' NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"hash" text NOT NULL,
	"cited_by_person" text NOT NULL,
	"cited_by_name" text NOT NULL,
	"cited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_citation_for_a_rule" PRIMARY KEY("county_code","evidence_id","cited_by","subject_id","rule_id"),
	CONSTRAINT "evidence_citation_in_its_county" CHECK ("evidence_citations"."county_code" = rpad(left("evidence_citations"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "evidence_revisions" (
	"county_code" integer NOT NULL,
	"evidence_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"replaced_by_name" text NOT NULL,
	CONSTRAINT "evidence_revisions_county_code_evidence_id_revision_pk" PRIMARY KEY("county_code","evidence_id","revision"),
	CONSTRAINT "evidence_revision_in_its_county" CHECK ("evidence_revisions"."county_code" = rpad(left("evidence_revisions"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
ALTER TABLE "evidence_citations" ADD CONSTRAINT "citation_of_evidence" FOREIGN KEY ("county_code","evidence_id") REFERENCES "public"."evidence"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_revisions" ADD CONSTRAINT "revision_of_evidence" FOREIGN KEY ("county_code","evidence_id") REFERENCES "public"."evidence"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_entered_once" ON "evidence" USING btree ("county_code","region_code","hash") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "evidence_by_region" ON "evidence" USING btree ("county_code","region_code","id");--> statement-breakpoint
CREATE INDEX "evidence_running_out" ON "evidence" USING btree ("valid_to","county_code","id") WHERE withdrawn_at is null and valid_to is not null and told_stage < 3;--> statement-breakpoint
CREATE INDEX "citations_by_subject" ON "evidence_citations" USING btree ("county_code","cited_by","subject_id");
--> statement-breakpoint
CREATE TABLE "alike_places" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"setting" smallint NOT NULL,
	"part" smallint NOT NULL,
	"log_children" real,
	"infants" real,
	"preschool" real,
	"school" real,
	"place" "point" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alike_scale" (
	"id" smallint PRIMARY KEY NOT NULL,
	"means" real[] NOT NULL,
	"spreads" real[] NOT NULL,
	"communities" integer NOT NULL,
	"measured_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "construction_plans" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"edition_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"aim" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"is_changed" boolean DEFAULT true NOT NULL,
	"basis_year" smallint,
	"basis_stream" text,
	"closed_reason" text DEFAULT '' NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "construction_plans_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "construction_plan_in_its_county" CHECK ("construction_plans"."county_code" = rpad(left("construction_plans"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "consulting_findings" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"session_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"finding" text NOT NULL,
	"action" text NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"due_on" date NOT NULL,
	"rule_ids" text[] NOT NULL,
	"found_by" text NOT NULL,
	"found_by_name" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"report" text DEFAULT '' NOT NULL,
	"reported_by_name" text DEFAULT '' NOT NULL,
	"reported_at" timestamp with time zone,
	"verdict" text DEFAULT '' NOT NULL,
	"closed_by_name" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"task_id" uuid,
	CONSTRAINT "consulting_findings_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "consulting_finding_in_its_county" CHECK ("consulting_findings"."county_code" = rpad(left("consulting_findings"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "consulting_sessions" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"topic" text NOT NULL,
	"wish" text DEFAULT '' NOT NULL,
	"mode" text NOT NULL,
	"rule_ids" text[] NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone,
	"place" text DEFAULT '' NOT NULL,
	"minutes" text DEFAULT '' NOT NULL,
	"attendance" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"held_at" timestamp with time zone,
	"held_by_name" text DEFAULT '' NOT NULL,
	"end_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "consulting_sessions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "consulting_session_in_its_county" CHECK ("consulting_sessions"."county_code" = rpad(left("consulting_sessions"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "norm_lessons" (
	"edition_id" text NOT NULL,
	"stream" text NOT NULL,
	"stratum" text NOT NULL,
	"rule_id" text NOT NULL,
	"known" integer NOT NULL,
	"met" integer NOT NULL,
	"from_not" integer NOT NULL,
	"from_not_met" integer NOT NULL,
	"from_partly" integer NOT NULL,
	"from_partly_met" integer NOT NULL,
	"learned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "norm_lessons_edition_id_stream_stratum_rule_id_pk" PRIMARY KEY("edition_id","stream","stratum","rule_id")
);
--> statement-breakpoint
CREATE TABLE "plan_goals" (
	"county_code" integer NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	CONSTRAINT "plan_goals_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "plan_tasks" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"plan_id" uuid NOT NULL,
	"goal_id" uuid,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"cost" integer,
	"spent" integer,
	"rule_ids" text[] NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"started_on" date,
	"done_on" date,
	"outcome" text DEFAULT '' NOT NULL,
	"source" text DEFAULT 'own' NOT NULL,
	"source_id" text DEFAULT '' NOT NULL,
	"updated_by_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_tasks_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "task_ends_after_it_starts" CHECK ("plan_tasks"."starts_on" <= "plan_tasks"."due_on"),
	CONSTRAINT "plan_task_in_its_county" CHECK ("plan_tasks"."county_code" = rpad(left("plan_tasks"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"county_code" integer NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"content" jsonb NOT NULL,
	"adopted_by" text NOT NULL,
	"adopted_by_name" text NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_versions_county_code_plan_id_version_pk" PRIMARY KEY("county_code","plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "rule_efforts" (
	"rule_id" text PRIMARY KEY NOT NULL,
	"tasks" integer NOT NULL,
	"priced" integer NOT NULL,
	"cost" real,
	"months" real,
	"learned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_experts" (
	"county_code" integer NOT NULL,
	"session_id" uuid NOT NULL,
	"expert_id" text NOT NULL,
	"expert_name" text NOT NULL,
	"attended" boolean,
	"tie_id" uuid,
	CONSTRAINT "session_experts_county_code_session_id_expert_id_pk" PRIMARY KEY("county_code","session_id","expert_id")
);
--> statement-breakpoint
ALTER TABLE "construction_plans" ADD CONSTRAINT "construction_plans_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_goals" ADD CONSTRAINT "goal_of_plan" FOREIGN KEY ("county_code","plan_id") REFERENCES "public"."construction_plans"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_tasks" ADD CONSTRAINT "task_of_plan" FOREIGN KEY ("county_code","plan_id") REFERENCES "public"."construction_plans"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "version_of_plan" FOREIGN KEY ("county_code","plan_id") REFERENCES "public"."construction_plans"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_experts" ADD CONSTRAINT "expert_of_session" FOREIGN KEY ("county_code","session_id") REFERENCES "public"."consulting_sessions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alike_places_nearest" ON "alike_places" USING gist ("place");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_plan_per_community" ON "construction_plans" USING btree ("county_code","region_code") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "construction_plans_by_region" ON "construction_plans" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "consulting_findings_by_region" ON "consulting_findings" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "consulting_findings_by_session" ON "consulting_findings" USING btree ("county_code","session_id");--> statement-breakpoint
CREATE INDEX "consulting_findings_due" ON "consulting_findings" USING btree ("due_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "consulting_sessions_by_region" ON "consulting_sessions" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "consulting_sessions_by_state" ON "consulting_sessions" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "plan_goals_by_plan" ON "plan_goals" USING btree ("county_code","plan_id","position");--> statement-breakpoint
CREATE INDEX "plan_tasks_by_plan" ON "plan_tasks" USING btree ("county_code","plan_id","position");--> statement-breakpoint
CREATE INDEX "plan_tasks_due" ON "plan_tasks" USING btree ("due_on") WHERE state in ('planned', 'under-way');--> statement-breakpoint
CREATE INDEX "plan_tasks_done" ON "plan_tasks" USING btree ("done_on") WHERE state = 'done';--> statement-breakpoint
CREATE INDEX "session_experts_by_expert" ON "session_experts" USING btree ("expert_id");
--> statement-breakpoint
CREATE TABLE "visit_attachments" (
	"county_code" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"device_id" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"skew_ms" bigint NOT NULL,
	"place" jsonb,
	"said_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"file_id" uuid,
	"stored_sha256" text,
	"is_late" boolean NOT NULL,
	CONSTRAINT "visit_attachments_county_code_visit_id_sha256_pk" PRIMARY KEY("county_code","visit_id","sha256"),
	CONSTRAINT "visit_attachment_in_its_county" CHECK ("visit_attachments"."county_code" = rpad(left("visit_attachments"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "visit_devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"revoke_reason" text DEFAULT '' NOT NULL,
	"wiped_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "visit_entries" (
	"county_code" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"device_id" text NOT NULL,
	"seq" integer NOT NULL,
	"path" text NOT NULL,
	"value" jsonb NOT NULL,
	"base_revision" integer NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"server_at" timestamp with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"is_late" boolean NOT NULL,
	CONSTRAINT "visit_entries_county_code_visit_id_device_id_seq_pk" PRIMARY KEY("county_code","visit_id","device_id","seq"),
	CONSTRAINT "visit_entry_in_its_county" CHECK ("visit_entries"."county_code" = rpad(left("visit_entries"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "visit_experts" (
	"visit_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"expert_id" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "visit_experts_visit_id_slot_pk" PRIMARY KEY("visit_id","slot"),
	CONSTRAINT "an_expert_once_per_visit" UNIQUE("visit_id","expert_id")
);
--> statement-breakpoint
CREATE TABLE "visit_fields" (
	"county_code" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"path" text NOT NULL,
	"revision" integer NOT NULL,
	"versions" jsonb NOT NULL,
	CONSTRAINT "visit_fields_county_code_visit_id_path_pk" PRIMARY KEY("county_code","visit_id","path"),
	CONSTRAINT "visit_field_in_its_county" CHECK ("visit_fields"."county_code" = rpad(left("visit_fields"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "visit_samples" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"seed" text NOT NULL,
	"content" jsonb NOT NULL,
	"drawn_by" text NOT NULL,
	"drawn_by_name" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_takings" (
	"visit_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone,
	"remaining" integer DEFAULT 0 NOT NULL,
	"skew_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "visit_takings_visit_id_device_id_pk" PRIMARY KEY("visit_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"edition_id" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"notice" text NOT NULL,
	"reason" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"agenda" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sample_id" uuid,
	"leg" smallint DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"planned_by" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"content_hash" text,
	"score" integer,
	"ended_at" timestamp with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "visits_number_unique" UNIQUE("number"),
	CONSTRAINT "a_visit_ends_after_it_begins" CHECK ("visits"."to_on" >= "visits"."from_on")
);
--> statement-breakpoint
ALTER TABLE "visit_devices" ADD CONSTRAINT "visit_devices_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_experts" ADD CONSTRAINT "visit_experts_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_experts" ADD CONSTRAINT "visit_experts_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_takings" ADD CONSTRAINT "visit_takings_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_takings" ADD CONSTRAINT "visit_takings_device_id_visit_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."visit_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_sample_id_visit_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."visit_samples"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_devices_by_owner" ON "visit_devices" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "visit_experts_by_expert" ON "visit_experts" USING btree ("expert_id");--> statement-breakpoint
CREATE INDEX "visits_by_region" ON "visits" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "visits_by_state" ON "visits" USING btree ("state","from_on");
--> statement-breakpoint
-- What keeps an expert from visiting a community: every tie with an application of its own, and those of place, office and declaration where it never applied.
CREATE FUNCTION visit_ties(expert_ids text[], region_codes text[])
RETURNS TABLE (expert_id text, region_code text, kind text, detail text) LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  with place as materialized (
    select code, code as now_or_then from unnest(region_codes) as given(code)
    union select given.code, l.present_code from unnest(region_codes) as given(code) join region_lineage l on l.old_code = given.code
    union select given.code, l.old_code from unnest(region_codes) as given(code) join region_lineage l on l.present_code = given.code
  ), home as materialized (
    select x.user_id, x.region_code as whole, left(x.region_code, 6) as code from experts x where x.user_id = any(expert_ids) and length(x.region_code) >= 6
  ), standing as materialized (
    select * from conflicts c where c.expert_id = any(expert_ids) and c.lifted_at is null
      and (c.from_on is null or c.from_on <= (now() at time zone 'Asia/Shanghai')::date)
      and (c.until_on is null or c.until_on >= (now() at time zone 'Asia/Shanghai')::date)
  )
  select t.expert_id, p.code, t.kind, t.detail from place p join applications a on a.region_code = p.now_or_then
    cross join lateral conflicts_between(expert_ids, array[a.id]) t
  union select h.user_id, p.code, 'same-region', h.whole from home h join place p on left(p.now_or_then, 6) = h.code
  union select x.user_id, p.code, 'supervising-region', o.region_code from experts x join organisations o on o.id = x.organisation_id and o.kind = 'government'
    join place p on starts_with(p.now_or_then, o.region_code) where x.user_id = any(expert_ids) and length(o.region_code) >= 2
  union select g.user_id, p.code, 'supervising-region', g.region_code from role_grants g join place p on starts_with(p.now_or_then, g.region_code)
    where g.user_id = any(expert_ids) and g.role in ('government-officer', 'community-worker') and g.region_code <> '*'
  union select c.expert_id, p.code, c.kind, c.reason from standing c join place p
    on starts_with(p.now_or_then, c.region_code) or starts_with(p.now_or_then, c.community_code) or starts_with(c.community_code, p.now_or_then)
$$;
--> statement-breakpoint
-- Nobody whom a tie keeps away is sent to a community, whatever asks for it; a visit and a tie that come at one moment wait for each other.
CREATE FUNCTION check_visit_expert() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare place text; tie text; begin
  if new.set_aside_at is not null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || new.expert_id, 0));
  select v.region_code into place from visits v where v.id = new.visit_id;
  select t.kind into tie from visit_ties(array[new.expert_id], array[place]) t limit 1;
  if tie is not null then
    raise exception 'expert % must stay away from %: %', new.expert_id, place, tie using errcode = 'CF001', detail = tie;
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER visit_experts_without_conflict BEFORE INSERT OR UPDATE ON visit_experts FOR EACH ROW EXECUTE FUNCTION check_visit_expert();
--> statement-breakpoint
-- The community of a visit stays what it is; another one is another visit.
CREATE FUNCTION visit_stays_in_its_community() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if new.region_code is distinct from old.region_code then raise exception 'visit % stays in its community', old.id using errcode = 'CF001'; end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER visits_stay_in_their_community BEFORE UPDATE OF region_code ON visits FOR EACH ROW EXECUTE FUNCTION visit_stays_in_its_community();
--> statement-breakpoint
-- A tie that arises later takes the expert off the visits that are not over, in the same transaction; what was written stays and says whose it was.
CREATE FUNCTION visits_without(whose text, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; tie text; line record; begin
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || whose, 0));
  for one in
    select e.visit_id, e.slot, v.region_code, v.number from visit_experts e join visits v on v.id = e.visit_id
    where e.expert_id = whose and e.set_aside_at is null and v.state not in ('concluded', 'called-off') order by e.visit_id for update of e
  loop
    select t.kind into tie from visit_ties(array[whose], array[one.region_code]) t limit 1;
    continue when tie is null;
    update visit_experts set set_aside_at = moment where visit_id = one.visit_id and slot = one.slot;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (rpad(left(one.region_code, 6), 6, '0')::int, one.region_code, moment, 'system', '系统', 'visit.expert-set-aside', one.visit_id::text, '',
            jsonb_build_object('number', one.number, 'expertId', whose, 'kind', tie))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE FUNCTION tie_arises_before_visit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  case tg_table_name
    when 'conflicts' then perform visits_without(new.expert_id, new.declared_at);
    else perform visits_without(new.user_id, now());
  end case;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_stop_visits AFTER INSERT ON conflicts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_visit();
--> statement-breakpoint
CREATE TRIGGER experts_stop_visits AFTER INSERT OR UPDATE OF region_code, organisation_id, organisation_name ON experts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_visit();
--> statement-breakpoint
CREATE TRIGGER grants_stop_visits AFTER INSERT OR UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION tie_arises_before_visit();
--> statement-breakpoint
CREATE TABLE "evaluation_indicators" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"level" text NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "evaluation_indicators_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_levels" (
	"county_code" integer NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"level" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "evaluation_levels_county_code_evaluation_id_item_id_pk" PRIMARY KEY("county_code","evaluation_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_settings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_voices" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"voice" text NOT NULL,
	"age_band" text DEFAULT '' NOT NULL,
	"question" text NOT NULL,
	"rule_id" text DEFAULT '' NOT NULL,
	"yes" integer NOT NULL,
	"partly" integer NOT NULL,
	"no" integer NOT NULL,
	"source" text NOT NULL,
	"gathered_on" date NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "evaluation_voices_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "answers_are_counted" CHECK (least("evaluation_voices"."yes", "evaluation_voices"."partly", "evaluation_voices"."no") >= 0)
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"edition_id" text,
	"settings" jsonb NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"strengths" text DEFAULT '' NOT NULL,
	"advice" text DEFAULT '' NOT NULL,
	"evaluator_name" text NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"shown" jsonb,
	"comment_until" date,
	"comment" text DEFAULT '' NOT NULL,
	"commented_by_name" text DEFAULT '' NOT NULL,
	"commented_at" timestamp with time zone,
	"reply" text DEFAULT '' NOT NULL,
	"content" jsonb,
	"hash" text,
	"score" real,
	"concluded_by_name" text DEFAULT '' NOT NULL,
	"concluded_at" timestamp with time zone,
	CONSTRAINT "evaluations_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "evaluation_in_its_county" CHECK ("evaluations"."county_code" = rpad(left("evaluations"."region_code", 6), 6, '0')::int),
	CONSTRAINT "a_concluded_evaluation_is_whole" CHECK (("evaluations"."state" = 'concluded') = ("evaluations"."content" is not null and "evaluations"."hash" is not null and "evaluations"."concluded_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "evaluations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluators" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"user_id" text NOT NULL,
	"part" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "one_part_in_an_evaluation" UNIQUE("evaluation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "reassessments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"award" text NOT NULL,
	"since" date NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'due' NOT NULL,
	"evaluation_id" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spot_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"seed" text NOT NULL,
	"seed_source" text NOT NULL,
	"digits" smallint NOT NULL,
	"size" integer NOT NULL,
	"population" jsonb NOT NULL,
	"population_hash" text NOT NULL,
	"sample_hash" text NOT NULL,
	"drawn_by_name" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spot_picks" (
	"spot_check_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"rank" text NOT NULL,
	"outcome" text,
	"note" text DEFAULT '' NOT NULL,
	"found_on" date,
	"found_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "spot_picks_spot_check_id_region_code_pk" PRIMARY KEY("spot_check_id","region_code")
);
--> statement-breakpoint
CREATE TABLE "progress_reports" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"pilot_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"due_on" date NOT NULL,
	"form" jsonb NOT NULL,
	"form_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"handed_in_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"checked_by_name" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "progress_reports_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_report_per_period" UNIQUE("county_code","pilot_id","until_on"),
	CONSTRAINT "progress_report_in_its_county" CHECK ("progress_reports"."county_code" = rpad(left("progress_reports"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "report_answers" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"value" text NOT NULL,
	"prefilled" jsonb,
	"revision" integer DEFAULT 0 NOT NULL,
	"rivals" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_answers_county_code_report_id_question_id_pk" PRIMARY KEY("county_code","report_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "report_forms" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_remarks" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"question_id" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "report_remarks_county_code_report_id_round_question_id_pk" PRIMARY KEY("county_code","report_id","round","question_id")
);
--> statement-breakpoint
CREATE TABLE "report_submissions" (
	"county_code" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"receipt_code" text NOT NULL,
	"is_late" boolean NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_by_name" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_submissions_county_code_report_id_round_pk" PRIMARY KEY("county_code","report_id","round")
);
--> statement-breakpoint
ALTER TABLE "evaluation_indicators" ADD CONSTRAINT "indicator_of_evaluation" FOREIGN KEY ("county_code","evaluation_id") REFERENCES "public"."evaluations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_levels" ADD CONSTRAINT "level_of_evaluation" FOREIGN KEY ("county_code","evaluation_id") REFERENCES "public"."evaluations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_voices" ADD CONSTRAINT "voice_of_evaluation" FOREIGN KEY ("county_code","evaluation_id") REFERENCES "public"."evaluations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluators" ADD CONSTRAINT "evaluators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_picks" ADD CONSTRAINT "spot_picks_spot_check_id_spot_checks_id_fk" FOREIGN KEY ("spot_check_id") REFERENCES "public"."spot_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_answers" ADD CONSTRAINT "answer_of_report" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."progress_reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_remarks" ADD CONSTRAINT "remark_on_report" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."progress_reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_submissions" ADD CONSTRAINT "submission_of_report" FOREIGN KEY ("county_code","report_id") REFERENCES "public"."progress_reports"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicators_of_evaluation" ON "evaluation_indicators" USING btree ("county_code","evaluation_id","id");--> statement-breakpoint
CREATE INDEX "evaluation_settings_in_time" ON "evaluation_settings" USING btree ("effective_from","id");--> statement-breakpoint
CREATE INDEX "voices_of_evaluation" ON "evaluation_voices" USING btree ("county_code","evaluation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_evaluation" ON "evaluations" USING btree ("county_code","region_code","kind","subject") WHERE state <> 'concluded';--> statement-breakpoint
CREATE INDEX "evaluations_by_region" ON "evaluations" USING btree ("county_code","region_code","kind","id");--> statement-breakpoint
CREATE INDEX "evaluations_newest" ON "evaluations" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_evaluator" ON "evaluators" USING btree ("evaluation_id","part") WHERE set_aside_at is null;--> statement-breakpoint
CREATE INDEX "evaluators_by_person" ON "evaluators" USING btree ("user_id","evaluation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_reassessment_open" ON "reassessments" USING btree ("region_code") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "reassessments_due" ON "reassessments" USING btree ("due_on") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "spot_picks_by_region" ON "spot_picks" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "progress_reports_by_region" ON "progress_reports" USING btree ("county_code","region_code","id");--> statement-breakpoint
CREATE INDEX "progress_reports_newest" ON "progress_reports" USING btree ("id");--> statement-breakpoint
CREATE INDEX "progress_reports_due" ON "progress_reports" USING btree ("due_on") WHERE state in ('open', 'returned');--> statement-breakpoint
CREATE INDEX "report_forms_in_time" ON "report_forms" USING btree ("effective_from","id");--> statement-breakpoint
CREATE POLICY "everybody_reads_evaluations" ON "evaluations" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "an_evaluation_begins_open" ON "evaluations" AS PERMISSIVE FOR INSERT TO public WITH CHECK (state = 'drafting');--> statement-breakpoint
CREATE POLICY "only_an_open_evaluation_changes" ON "evaluations" AS PERMISSIVE FOR UPDATE TO public USING (state <> 'concluded') WITH CHECK (true);
--> statement-breakpoint
-- Nobody whom a tie keeps away evaluates a community or concludes about it, whatever asks for it; a part and a tie that come at one moment wait for each other.
CREATE FUNCTION check_evaluator() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare tie text; begin
  if new.set_aside_at is not null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || new.user_id, 0));
  select t.kind into tie from visit_ties(array[new.user_id], array[new.region_code]) t limit 1;
  if tie is not null then
    raise exception 'evaluator % must stay away from %: %', new.user_id, new.region_code, tie using errcode = 'CF001', detail = tie;
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER evaluators_without_conflict BEFORE INSERT OR UPDATE ON evaluators FOR EACH ROW EXECUTE FUNCTION check_evaluator();
--> statement-breakpoint
-- A tie that arises later takes the evaluator off what is not concluded, in the same transaction; what was written stays for whoever goes on.
CREATE FUNCTION evaluations_without(whose text, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; tie text; line record; begin
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || whose, 0));
  for one in
    select p.id, p.evaluation_id, p.region_code from evaluators p
    join evaluations e on e.county_code = rpad(left(p.region_code, 6), 6, '0')::int and e.id = p.evaluation_id
    where p.user_id = whose and p.set_aside_at is null and e.state <> 'concluded' order by p.id for update of p
  loop
    select t.kind into tie from visit_ties(array[whose], array[one.region_code]) t limit 1;
    continue when tie is null;
    update evaluators set set_aside_at = moment where id = one.id;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (rpad(left(one.region_code, 6), 6, '0')::int, one.region_code, moment, 'system', '系统', 'evaluation.evaluator-set-aside', one.evaluation_id::text, '',
            jsonb_build_object('userId', whose, 'kind', tie))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE FUNCTION tie_arises_before_conclusion() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  case tg_table_name
    when 'conflicts' then perform evaluations_without(new.expert_id, new.declared_at);
    else perform evaluations_without(new.user_id, now());
  end case;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_stop_evaluations AFTER INSERT ON conflicts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_conclusion();
--> statement-breakpoint
CREATE TRIGGER experts_stop_evaluations AFTER INSERT OR UPDATE OF region_code, organisation_id, organisation_name ON experts FOR EACH ROW EXECUTE FUNCTION tie_arises_before_conclusion();
--> statement-breakpoint
CREATE TRIGGER grants_stop_evaluations AFTER INSERT OR UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION tie_arises_before_conclusion();
--> statement-breakpoint
CREATE TABLE "result_places" (
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"stream" text NOT NULL,
	"place_code" text collate "C" NOT NULL,
	CONSTRAINT "result_places_region_code_year_stream_pk" PRIMARY KEY("region_code","year","stream")
);
--> statement-breakpoint
CREATE TABLE "score_tallies" (
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"stream" text NOT NULL,
	"edition_id" text NOT NULL,
	"band" smallint NOT NULL,
	"communities" integer NOT NULL,
	"hundredths" bigint NOT NULL,
	"all_musts" integer NOT NULL,
	CONSTRAINT "score_tallies_region_code_year_stream_edition_id_band_pk" PRIMARY KEY("region_code","year","stream","edition_id","band")
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"stream" text NOT NULL,
	"edition_id" text NOT NULL,
	"item_id" text NOT NULL,
	"met" integer NOT NULL,
	"partly" integer NOT NULL,
	"not_met" integer NOT NULL,
	"not_applicable" integer NOT NULL,
	CONSTRAINT "tallies_region_code_kind_year_stream_edition_id_item_id_pk" PRIMARY KEY("region_code","kind","year","stream","edition_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "tally_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"changes" bigint NOT NULL,
	"last_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "result_changes" DROP CONSTRAINT "result_change_in_its_county";--> statement-breakpoint
ALTER TABLE "result_changes" DROP CONSTRAINT "result_changes_county_code_id_pk";--> statement-breakpoint
ALTER TABLE "result_changes" ADD PRIMARY KEY ("id");--> statement-breakpoint
CREATE INDEX "result_places_by_place" ON "result_places" USING btree ("place_code");--> statement-breakpoint
ALTER TABLE "result_changes" DROP COLUMN "county_code";
--> statement-breakpoint
CREATE TABLE "self_assessment_delegations" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"assessment_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"to_user" text NOT NULL,
	"to_name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_assessment_delegations_county_code_assessment_id_section_id_pk" PRIMARY KEY("county_code","assessment_id","section_id"),
	CONSTRAINT "delegation_in_its_county" CHECK ("self_assessment_delegations"."county_code" = rpad(left("self_assessment_delegations"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "self_assessment_rows" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"assessment_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"said" jsonb NOT NULL,
	"copied_from" smallint,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_assessment_rows_county_code_assessment_id_rule_id_pk" PRIMARY KEY("county_code","assessment_id","rule_id"),
	CONSTRAINT "self_assessment_row_in_its_county" CHECK ("self_assessment_rows"."county_code" = rpad(left("self_assessment_rows"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "self_assessment_submissions" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"assessment_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"round" integer NOT NULL,
	"edition_id" text NOT NULL,
	"rows" jsonb NOT NULL,
	"score" real,
	"reason" text DEFAULT '' NOT NULL,
	"hash" text NOT NULL,
	"receipt_code" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_by_name" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_assessment_submissions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_self_assessment_submission_a_round" UNIQUE("county_code","assessment_id","round"),
	CONSTRAINT "self_assessment_submission_in_its_county" CHECK ("self_assessment_submissions"."county_code" = rpad(left("self_assessment_submissions"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "self_assessments" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"year" smallint NOT NULL,
	"edition_id" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"correction_reason" text DEFAULT '' NOT NULL,
	"copied_from" smallint,
	"started_by" text NOT NULL,
	"started_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"score" real,
	CONSTRAINT "self_assessments_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_self_assessment_a_year" UNIQUE("county_code","region_code","year"),
	CONSTRAINT "self_assessment_in_its_county" CHECK ("self_assessments"."county_code" = rpad(left("self_assessments"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
ALTER TABLE "self_assessment_delegations" ADD CONSTRAINT "delegation_of_self_assessment" FOREIGN KEY ("county_code","assessment_id") REFERENCES "public"."self_assessments"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_assessment_rows" ADD CONSTRAINT "row_of_self_assessment" FOREIGN KEY ("county_code","assessment_id") REFERENCES "public"."self_assessments"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_assessments" ADD CONSTRAINT "self_assessments_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegations_by_person" ON "self_assessment_delegations" USING btree ("to_user");--> statement-breakpoint
CREATE INDEX "self_assessments_by_time" ON "self_assessments" USING btree ("id","region_code");
--> statement-breakpoint
ALTER TABLE "visit_experts" DROP CONSTRAINT "an_expert_once_per_visit";--> statement-breakpoint
ALTER TABLE "visit_experts" DROP CONSTRAINT "visit_experts_visit_id_slot_pk";--> statement-breakpoint
ALTER TABLE "visit_experts" ADD CONSTRAINT "visit_experts_visit_id_expert_id_pk" PRIMARY KEY("visit_id","expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_expert_per_slot" ON "visit_experts" USING btree ("visit_id","slot") WHERE set_aside_at is null;
--> statement-breakpoint
-- One who was set aside keeps their line beside whoever goes instead; a visit that is still a secret is recorded with the nation.
CREATE OR REPLACE FUNCTION visits_without(whose text, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare one record; tie text; line record; place text; begin
  perform pg_advisory_xact_lock(hashtextextended('ties of ' || whose, 0));
  for one in
    select e.visit_id, v.region_code, v.number, v.notice, v.begun_at from visit_experts e join visits v on v.id = e.visit_id
    where e.expert_id = whose and e.set_aside_at is null and v.state not in ('concluded', 'called-off') order by e.visit_id for update of e
  loop
    select t.kind into tie from visit_ties(array[whose], array[one.region_code]) t limit 1;
    continue when tie is null;
    update visit_experts set set_aside_at = moment where visit_id = one.visit_id and expert_id = whose;
    place := case when one.notice = 'announced' or one.begun_at is not null then one.region_code else '*' end;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (case place when '*' then 0 else rpad(left(place, 6), 6, '0')::int end, place, moment, 'system', '系统', 'visit.expert-set-aside', one.visit_id::text, '',
            jsonb_build_object('number', one.number, 'expertId', whose, 'kind', tie))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE TABLE "library_case_consents" (
	"case_id" uuid NOT NULL,
	"consent" text NOT NULL,
	"statement" text NOT NULL,
	"given_by" text NOT NULL,
	"given_by_name" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "library_case_consents_case_id_consent_pk" PRIMARY KEY("case_id","consent")
);
--> statement-breakpoint
CREATE TABLE "library_case_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "library_case_reach" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"plan_id" text NOT NULL,
	"taken_by_name" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_taken_once_into_a_plan" UNIQUE("case_id","plan_id")
);
--> statement-breakpoint
CREATE TABLE "library_case_rules" (
	"case_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	CONSTRAINT "library_case_rules_rule_id_case_id_pk" PRIMARY KEY("rule_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "library_case_versions" (
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"changes" text DEFAULT '' NOT NULL,
	"published_by" text NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "library_case_versions_case_id_version_pk" PRIMARY KEY("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "library_cases" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"is_shown" boolean DEFAULT false NOT NULL,
	"review_note" text DEFAULT '' NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"submitted_by" text,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "library_cases_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "library_collection_cases" (
	"collection_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "library_collection_cases_collection_id_case_id_pk" PRIMARY KEY("collection_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "library_collections" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"title_en" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"intro_en" text DEFAULT '' NOT NULL,
	"is_shown" boolean DEFAULT false NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "library_case_consents" ADD CONSTRAINT "library_case_consents_case_id_library_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."library_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_case_reach" ADD CONSTRAINT "library_case_reach_case_id_library_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."library_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_case_rules" ADD CONSTRAINT "library_case_rules_case_id_library_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."library_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_case_versions" ADD CONSTRAINT "library_case_versions_case_id_library_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."library_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_collection_cases" ADD CONSTRAINT "library_collection_cases_collection_id_library_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."library_collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_collection_cases" ADD CONSTRAINT "library_collection_cases_case_id_library_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."library_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_case_reach_by_case" ON "library_case_reach" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "library_cases_shown" ON "library_cases" USING btree ("id") WHERE is_shown;--> statement-breakpoint
CREATE INDEX "library_cases_by_region" ON "library_cases" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "library_cases_by_state" ON "library_cases" USING btree ("state","id");
--> statement-breakpoint
-- A review that was handed in before a tie began stays: who advises a community years after its application was decided did not judge it wrongly then. What is still open is closed as before.
CREATE OR REPLACE FUNCTION set_aside_conflicted(whose text, which uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare pair record; tie text; line record; begin
  perform hold_pair(whose, which, true);
  for pair in
    select a.id, a.expert_id, a.application_id, a.state, a.submitted_at, p.region_code, p.number from assignments a join applications p on p.id = a.application_id
    where (whose is null or a.expert_id = whose) and (which is null or a.application_id = which)
      and a.state in ('assigned', 'accepted', 'submitted') and a.set_aside_at is null
    order by a.id for update of a
  loop
    tie := conflict_between(pair.expert_id, pair.application_id);
    continue when tie is null;
    continue when pair.state = 'submitted' and not exists (
      select from conflicts_between(array[pair.expert_id], array[pair.application_id]) t left join conflicts c on c.id = t.conflict_id
      where c.from_on is null or c.from_on <= (pair.submitted_at at time zone 'Asia/Shanghai')::date
    );
    update assignments set set_aside_at = moment, answered_at = coalesce(answered_at, moment), state = case when state = 'submitted' then state else 'conflict' end where id = pair.id;
    insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
    values (case pair.region_code when '*' then 0 else rpad(left(pair.region_code, 6), 6, '0')::int end, pair.region_code, moment, 'system', '系统', 'review.set-aside', pair.id::text, '',
            jsonb_build_object('applicationId', pair.application_id, 'number', pair.number, 'expertId', pair.expert_id, 'kind', tie, 'before', pair.state))
    returning * into line;
    insert into outbox (record_id, event, subject_id, facts, at) values (line.id, line.event, line.subject_id, line.facts, line.at);
  end loop;
end $$;
--> statement-breakpoint
CREATE TABLE "annual_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"content" jsonb,
	"hash" text,
	"ordered_by" text NOT NULL,
	"ordered_by_name" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	"published_by_name" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "annual_reports_numbered" UNIQUE("region_code","year","number")
);
--> statement-breakpoint
CREATE INDEX "annual_reports_shown" ON "annual_reports" USING btree ("state","id");
--> statement-breakpoint
CREATE INDEX "construction_plans_newest" ON "construction_plans" USING btree ("id") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "consulting_sessions_newest" ON "consulting_sessions" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "self_assessments_by_region" ON "self_assessments" USING btree ("region_code","year");
