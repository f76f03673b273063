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