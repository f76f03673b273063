CREATE TABLE "solicitation_ballots" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"solicitation_id" uuid NOT NULL,
	"voter_sign" text NOT NULL,
	"code_sign" text DEFAULT '' NOT NULL,
	"work_ids" uuid[] NOT NULL,
	CONSTRAINT "solicitation_ballots_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "solicitation_jurors" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"solicitation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"code_sign" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"declared_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "solicitation_jurors_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "solicitation_marks" (
	"county_code" integer NOT NULL,
	"juror_id" uuid NOT NULL,
	"work_id" uuid NOT NULL,
	"mark" smallint,
	"is_conflict" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "solicitation_marks_county_code_juror_id_work_id_pk" PRIMARY KEY("county_code","juror_id","work_id"),
	CONSTRAINT "no_mark_in_a_conflict" CHECK ("solicitation_marks"."is_conflict" = ("solicitation_marks"."mark" is null)),
	CONSTRAINT "solicitation_mark" CHECK ("solicitation_marks"."mark" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "solicitation_works" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"solicitation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"way" text NOT NULL,
	"child_id" uuid,
	"plate_sign" text NOT NULL,
	"content_hash" text NOT NULL,
	"layer" text NOT NULL,
	"title" text NOT NULL,
	"pen_name" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"licensed_by_name" text,
	"licensed_at" timestamp with time zone,
	"licence_hash" text,
	"prize" text DEFAULT '' NOT NULL,
	"is_childrens_choice" boolean DEFAULT false NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	CONSTRAINT "solicitation_works_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "solicitation_work_in_its_county" CHECK ("solicitation_works"."county_code" = rpad(left("solicitation_works"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "solicitations" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"child_rules" text NOT NULL,
	"rules" text NOT NULL,
	"licence" text NOT NULL,
	"layers" text[] NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"choose_until" date NOT NULL,
	"show_until" date,
	"prizes" jsonb NOT NULL,
	"decision_note" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "solicitations_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "solicitation_days" CHECK ("solicitations"."opens_on" <= "solicitations"."closes_on" and "solicitations"."closes_on" <= "solicitations"."choose_until" and ("solicitations"."show_until" is null or "solicitations"."choose_until" <= "solicitations"."show_until")),
	CONSTRAINT "solicitation_in_its_county" CHECK ("solicitations"."county_code" = rpad(left("solicitations"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "survey_pool_runs" (
	"period" text NOT NULL,
	"province" text NOT NULL,
	"pooled_at" timestamp with time zone NOT NULL,
	"rounds" integer NOT NULL,
	CONSTRAINT "survey_pool_runs_period_province_pk" PRIMARY KEY("period","province")
);
--> statement-breakpoint
CREATE TABLE "survey_pools" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"period" text NOT NULL,
	"audience" text NOT NULL,
	"reader" text NOT NULL,
	"wording" text NOT NULL,
	"of" text[] NOT NULL,
	"yes" integer NOT NULL,
	"rest" integer NOT NULL,
	CONSTRAINT "survey_pools_county_code_period_audience_reader_wording_region_code_pk" PRIMARY KEY("county_code","period","audience","reader","wording","region_code"),
	CONSTRAINT "survey_pool_in_its_county" CHECK ("survey_pools"."county_code" = case "survey_pools"."region_code" when '*' then 0 else rpad(left("survey_pools"."region_code", 6), 6, '0')::int end),
	CONSTRAINT "survey_pool_of_some" CHECK (cardinality("survey_pools"."of") > 1)
);
--> statement-breakpoint
ALTER TABLE "survey_pools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_results" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"wave" text NOT NULL,
	"closed_on" date NOT NULL,
	"invited" integer NOT NULL,
	"is_invented" boolean NOT NULL,
	"staff" jsonb NOT NULL,
	"public" jsonb NOT NULL,
	"reliability" jsonb NOT NULL,
	"sides" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "survey_results_county_code_round_id_pk" PRIMARY KEY("county_code","round_id"),
	CONSTRAINT "survey_result_in_its_county" CHECK ("survey_results"."county_code" = case "survey_results"."region_code" when '*' then 0 else rpad(left("survey_results"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
ALTER TABLE "survey_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "solicitation_ballots" ADD CONSTRAINT "ballot_of_solicitation" FOREIGN KEY ("county_code","solicitation_id") REFERENCES "public"."solicitations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_jurors" ADD CONSTRAINT "juror_of_solicitation" FOREIGN KEY ("county_code","solicitation_id") REFERENCES "public"."solicitations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_marks" ADD CONSTRAINT "mark_of_juror" FOREIGN KEY ("county_code","juror_id") REFERENCES "public"."solicitation_jurors"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_marks" ADD CONSTRAINT "mark_of_work" FOREIGN KEY ("county_code","work_id") REFERENCES "public"."solicitation_works"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_works" ADD CONSTRAINT "work_of_solicitation" FOREIGN KEY ("county_code","solicitation_id") REFERENCES "public"."solicitations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_ballot_per_voter" ON "solicitation_ballots" USING btree ("county_code","solicitation_id","voter_sign");--> statement-breakpoint
CREATE INDEX "solicitation_jurors_by_code" ON "solicitation_jurors" USING btree ("code_sign");--> statement-breakpoint
CREATE UNIQUE INDEX "one_work_per_number" ON "solicitation_works" USING btree ("county_code","solicitation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_work_per_plate" ON "solicitation_works" USING btree ("county_code","plate_sign");--> statement-breakpoint
CREATE INDEX "solicitation_works_by_plate" ON "solicitation_works" USING btree ("plate_sign");--> statement-breakpoint
CREATE INDEX "solicitation_works_by_child" ON "solicitation_works" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "solicitations_by_id" ON "solicitations" USING btree ("id");--> statement-breakpoint
CREATE INDEX "solicitations_by_region" ON "solicitations" USING btree ("region_code","state","closes_on");--> statement-breakpoint
CREATE INDEX "survey_pools_by_region" ON "survey_pools" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "survey_results_by_region" ON "survey_results" USING btree ("region_code","closed_on");--> statement-breakpoint
CREATE INDEX "survey_results_by_round" ON "survey_results" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "survey_results_by_day" ON "survey_results" USING btree ("closed_on");--> statement-breakpoint
CREATE POLICY "everybody_reads_survey_pools" ON "survey_pools" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "a_survey_pool_is_written_once" ON "survey_pools" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody_reads_survey_results" ON "survey_results" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "a_survey_result_is_written_once" ON "survey_results" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);