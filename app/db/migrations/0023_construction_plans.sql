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