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