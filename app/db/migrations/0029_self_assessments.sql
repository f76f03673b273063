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